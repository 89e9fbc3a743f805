# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -D ROOT=… -D OUT=… -P list_sources.cmake: writes the files that lupdate reads, absolute, one a line.
file(GLOB_RECURSE sources ${ROOT}/src/*.cpp ${ROOT}/src/*.h ${ROOT}/ui/*.ui)
list(SORT sources)
list(JOIN sources "\n" text)
file(WRITE ${OUT} "${text}\n")
