// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store_base.h"

#include "store/store.h"
