// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "haru.hpp"

#include <bcmkit/pdf/pdf.hpp>

namespace bcmkit::pdf {

/// Title, language, dates, XMP with the claims PDF/A-2a and PDF/UA-1, and the colour space.
/// `content` decides the identity of the document.
void write_metadata(Haru& haru, const Metadata& metadata, std::string_view content);

} // namespace bcmkit::pdf
