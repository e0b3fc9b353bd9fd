// SPDX-License-Identifier: EUPL-1.2
#include "layout_samples.hpp"

#include <bcmkit/base/file.hpp>
#include <bcmkit/layout/layout.hpp>
#include <bcmkit/pdf/pdf.hpp>

#include <doctest/doctest.h>

#include <cstdlib>

using namespace bcmkit;

TEST_CASE("the sample sheets become a PDF to look at") {
    const layout::FontSet fonts;
    const auto pages = layout::lay_out(samples::binder(), fonts);
    const auto bytes = pdf::write(pages, fonts, samples::metadata());
    CHECK(bytes.starts_with("%PDF-1.7"));
    if (const char* path = std::getenv("BCMKIT_SHOW_PDF")) write_file(path, bytes);
}
