// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QString>
#include <span>

namespace sluice::text {

/// What answers an error. A page that can do it gives it a button; the command line prints only the next step.
namespace action {
inline constexpr char none[] = "";
inline constexpr char retry[] = "retry"; ///< do the same again
inline constexpr char openConnection[] = "open-connection"; ///< show context, server and credentials
inline constexpr char giveConsent[] = "give-consent"; ///< ask whether a credential plugin may run
inline constexpr char openFile[] = "open-file"; ///< show the place in the file
inline constexpr char reloadFile[] = "reload-file"; ///< read the file again, keeping the edits as a draft
inline constexpr char chooseFolder[] = "choose-folder"; ///< ask for another folder or file
inline constexpr char planAgain[] = "plan-again"; ///< read live and make the plan anew
inline constexpr char takeOver[] = "take-over"; ///< plan with the fields of the other managers taken over
} // namespace action

/// An error in words, in the language of the window; plain text, hidden characters made visible.
struct ErrorText {
    QString title; ///< what did not work and where, one line without a full stop
    QString cause; ///< why, in our words
    QString details; ///< what the server or the system said, as sent; may be empty or have several lines
    QString nextStep; ///< what to do now
    QString actionId; ///< one of action::*
};

[[nodiscard]] ErrorText describe(const base::Error &error);

/// One row of the table behind describe().
struct ErrorRow {
    const char *key; ///< "transport.refused"
    const char *title; ///< templates; %1 is the host, file or object, %2 a value that the key explains
    const char *cause; ///< nullptr where the error carries a Message of its own
    const char *nextStep;
    const char *actionId;
};
/// All rows, for tests.
[[nodiscard]] std::span<const ErrorRow> errorTable();
/// The key of the row that describes \a error.
[[nodiscard]] const char *errorKey(const base::Error &error);

} // namespace sluice::text
