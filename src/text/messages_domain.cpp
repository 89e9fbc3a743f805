// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/catalog.h"

#include <QtGlobal>

namespace sluice::text {

namespace {
constexpr CatalogEntry entries[] = {
    {"parameter.min-scale", QT_TRANSLATE_NOOP("Messages", "Minimum scale")},
    {"parameter.min-scale.meaning",
     QT_TRANSLATE_NOOP("Messages",
                       "Fewest pods that a revision keeps. 0 lets it scale to zero when nothing arrives.")},
    {"parameter.max-scale", QT_TRANSLATE_NOOP("Messages", "Maximum scale")},
    {"parameter.max-scale.meaning",
     QT_TRANSLATE_NOOP("Messages", "Most pods that one revision may have. 0 sets no limit.")},
    {"parameter.target", QT_TRANSLATE_NOOP("Messages", "Target concurrency")},
    {"parameter.target.meaning",
     QT_TRANSLATE_NOOP("Messages",
                       "Requests in flight that one pod should have. The autoscaler adds pods above it.")},
    {"parameter.scale-down-delay", QT_TRANSLATE_NOOP("Messages", "Scale-down delay")},
    {"parameter.scale-down-delay.meaning",
     QT_TRANSLATE_NOOP("Messages", "How long the load must stay lower before pods are removed.")},
    {"parameter.window", QT_TRANSLATE_NOOP("Messages", "Stable window")},
    {"parameter.window.meaning",
     QT_TRANSLATE_NOOP("Messages", "The time over which the autoscaler averages the load.")},
    {"parameter.cpu-request", QT_TRANSLATE_NOOP("Messages", "CPU request")},
    {"parameter.cpu-request.meaning",
     QT_TRANSLATE_NOOP("Messages",
                       "CPU that a pod is sure to get; the scheduler looks for a node that has it free.")},
    {"parameter.cpu-limit", QT_TRANSLATE_NOOP("Messages", "CPU limit")},
    {"parameter.cpu-limit.meaning",
     QT_TRANSLATE_NOOP("Messages", "Most CPU that a pod may use; above it, it is slowed down.")},
    {"parameter.memory-request", QT_TRANSLATE_NOOP("Messages", "Memory request")},
    {"parameter.memory-request.meaning",
     QT_TRANSLATE_NOOP("Messages",
                       "Memory that a pod is sure to get; the scheduler looks for a node that has it free.")},
    {"parameter.memory-limit", QT_TRANSLATE_NOOP("Messages", "Memory limit")},
    {"parameter.memory-limit.meaning",
     QT_TRANSLATE_NOOP("Messages",
                       "Most memory that a pod may use; above it, it is ended and started again.")},
    {"parameter.container-concurrency", QT_TRANSLATE_NOOP("Messages", "Concurrency limit")},
    {"parameter.container-concurrency.meaning",
     QT_TRANSLATE_NOOP("Messages", "Most requests in flight that one pod accepts. 0 sets no limit.")},
    {"parameter.timeout", QT_TRANSLATE_NOOP("Messages", "Request timeout")},
    {"parameter.timeout.meaning", QT_TRANSLATE_NOOP("Messages", "Longest time a request may take.")},
    {"parameter.response-start-timeout", QT_TRANSLATE_NOOP("Messages", "Response start timeout")},
    {"parameter.response-start-timeout.meaning",
     QT_TRANSLATE_NOOP("Messages", "Longest time until the first byte of an answer.")},
    {"parameter.idle-timeout", QT_TRANSLATE_NOOP("Messages", "Idle timeout")},
    {"parameter.idle-timeout.meaning",
     QT_TRANSLATE_NOOP("Messages", "Longest time without a byte of a request or its answer.")},
    {"parameter.image", QT_TRANSLATE_NOOP("Messages", "Image")},
    {"parameter.image.meaning", QT_TRANSLATE_NOOP("Messages", "The container image that the pods run.")},
    {"parameter.empty", QT_TRANSLATE_NOOP("Messages", "Type a value, or clear the cell to inherit it.")},
    {"parameter.not-whole", QT_TRANSLATE_NOOP("Messages", "%1 is not a whole number. Type digits only.")},
    {"parameter.not-number", QT_TRANSLATE_NOOP("Messages", "%1 is not a number.")},
    {"parameter.not-duration",
     QT_TRANSLATE_NOOP("Messages", "%1 is not a duration. Write it with units, such as 30s, 1m30s or 1h.")},
    {"parameter.not-whole-seconds", QT_TRANSLATE_NOOP("Messages", "%1 is not in whole seconds.")},
    {"parameter.not-cpu",
     QT_TRANSLATE_NOOP("Messages",
                       "%1 is not an amount of CPU. Write cores (2, 0.5) or thousandths (500m).")},
    {"parameter.not-memory",
     QT_TRANSLATE_NOOP("Messages",
                       "%1 is not an amount of memory. Write it with a unit, such as 512Mi or 2Gi.")},
    {"parameter.too-small", QT_TRANSLATE_NOOP("Messages", "The smallest value is %1.")},
    {"parameter.out-of-range", QT_TRANSLATE_NOOP("Messages", "The value must be from %1 to %2.")},
    {"parameter.over-cluster-limit", QT_TRANSLATE_NOOP("Messages", "The cluster allows 1 to %1.")},
    {"parameter.max-below-min",
     QT_TRANSLATE_NOOP(
         "Messages",
         "The maximum scale %1 is below the minimum scale %2. Raise the maximum or lower the minimum.")},
    {"parameter.limit-below-request",
     QT_TRANSLATE_NOOP("Messages",
                       "The limit %1 is below the request %2. Raise the limit or lower the request.")},
    {"parameter.above-timeout",
     QT_TRANSLATE_NOOP("Messages",
                       "%1 s is longer than the request timeout of %2 s. Shorten it or raise the timeout.")},
    {"parameter.target-above-concurrency",
     QT_TRANSLATE_NOOP("Messages",
                       "The target %1 is above the concurrency limit %2 of a pod and can never be reached. "
                       "Lower the target or raise the limit.")},
};
}

std::span<const CatalogEntry> domainMessages()
{
    return entries;
}

} // namespace sluice::text
