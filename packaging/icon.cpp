// SPDX-License-Identifier: GPL-3.0-or-later
// A library needs one source; the icon comes in as a resource (see CMakeLists.txt).
