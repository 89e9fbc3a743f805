// SPDX-License-Identifier: GPL-3.0-or-later
// The thread sanitizer of clang 16 takes a child that shares its parent's memory, as Qt starts processes, for a fork
// and then finds its own state changed. Such a child has no threads to judge: it goes to the C library directly.
#include <cstdarg>
#include <sched.h>
#include <sys/types.h>

extern "C" int __clone(int (*fn)(void *), void *stack, int flags, void *arg, ...);

extern "C" __attribute__((disable_sanitizer_instrumentation)) int clone(int (*fn)(void *), void *stack,
                                                                        int flags, void *arg, ...) noexcept
{
    std::va_list rest;
    va_start(rest, arg);
    pid_t *parent = va_arg(rest, pid_t *);
    void *storage = va_arg(rest, void *);
    pid_t *child = va_arg(rest, pid_t *);
    va_end(rest);
    return __clone(fn, stack, flags, arg, parent, storage, child);
}
