# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries warnings, hardening and sanitizers for every target of ours.
option(SLUICE_WERROR "Treat warnings as errors" OFF)
option(SLUICE_COVERAGE "Instrument for coverage" OFF)
option(SLUICE_CLANG_TIDY "Run clang-tidy on every file" OFF)
set(SLUICE_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize= (address,undefined or thread)")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
endif()
find_program(MOLD_PROGRAM mold)
find_program(LLD_PROGRAM NAMES ld.lld ld.lld-16 ld.lld-14)

add_library(sluice_options INTERFACE)
target_compile_options(sluice_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual
    -fstack-protector-strong -fno-omit-frame-pointer)
target_compile_definitions(sluice_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_link_options(sluice_options INTERFACE -Wl,-z,relro,-z,now -Wl,-z,noexecstack)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(sluice_options INTERFACE -fcoroutines -fstack-clash-protection -Winvalid-pch
        # g++ 12 reports these falsely on coroutine frames and std::variant at -O2.
        -Wno-maybe-uninitialized -Wno-restrict
        # Its vectoriser of straight-line code, part of -O2 since g++ 12, drops stores to a value that `co_return` moves into
        # the promise (a vector in a Result), so that the awaiting side reads rubbish.
        $<$<NOT:$<CONFIG:Debug>>:-fno-tree-slp-vectorize>)
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
        target_compile_options(sluice_options INTERFACE -fcf-protection)
    endif()
endif()
if(SLUICE_WERROR)
    target_compile_options(sluice_options INTERFACE -Werror)
endif()
if(SLUICE_COVERAGE)
    target_compile_options(sluice_options INTERFACE --coverage)
    target_link_options(sluice_options INTERFACE --coverage)
endif()
if(SLUICE_SANITIZE)
    target_compile_options(sluice_options INTERFACE -fsanitize=${SLUICE_SANITIZE} -fno-sanitize-recover=all)
    target_link_options(sluice_options INTERFACE -fsanitize=${SLUICE_SANITIZE})
    if(SLUICE_SANITIZE STREQUAL "thread")
        add_library(sluice_tsan_clone OBJECT ${CMAKE_CURRENT_LIST_DIR}/tsan_clone.cpp)
        set_target_properties(sluice_tsan_clone PROPERTIES AUTOMOC OFF)
        target_link_libraries(sluice_options INTERFACE $<TARGET_OBJECTS:sluice_tsan_clone>)
    endif()
else()
    target_compile_definitions(sluice_options INTERFACE
        $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2> _GLIBCXX_ASSERTIONS)
endif()
if(MOLD_PROGRAM)
    target_link_options(sluice_options INTERFACE -fuse-ld=mold)
elseif(LLD_PROGRAM AND NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_link_options(sluice_options INTERFACE -fuse-ld=lld)
endif()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(SLUICE_CLANG_TIDY)
    find_program(CLANG_TIDY_PROGRAM NAMES clang-tidy-16 clang-tidy REQUIRED)
    set(CMAKE_CXX_CLANG_TIDY ${CLANG_TIDY_PROGRAM} --quiet)
endif()
