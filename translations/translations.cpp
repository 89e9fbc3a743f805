// SPDX-License-Identifier: GPL-3.0-or-later
// A library needs one source; the words come in as resources (see CMakeLists.txt).
