// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "lock_file.hpp"

#include <bcmkit/store/store.hpp>

namespace bcmkit::store {

/// The right to write a plan file: a small file beside it ("plan.bcm.sperre") that names who and since when. The
/// operating system frees the lock when the process ends, however it ends; a file left behind is then taken over.
class WriterLock {
public:
    /// Throws Error{machine} where somebody else holds it, or where the folder cannot be written.
    WriterLock(const std::filesystem::path& plan_file, const ChangeNote& note);

private:
    LockFile file_;
};

} // namespace bcmkit::store
