// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_info.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>
#include <hpdf_utils.h>

#include <memory>
#include <string>
#include <string_view>

/// libharu as what it is good at: an object model with page tree, outline and cross-reference table. Its text, font,
/// picture and PDF/A front ends are not used (they lose accents, and their ToUnicode maps are invalid).
namespace bcmkit::pdf {

struct FreeHaru {
    void operator()(HPDF_Doc document) const noexcept { HPDF_Free(document); }
};

/// A PDF being put together. Every failure throws Error{machine}; the document is then lost.
class Haru {
public:
    Haru();

    HPDF_Doc raw() const noexcept { return document_.get(); }
    HPDF_Dict catalog() const noexcept { return document_->catalog; }
    HPDF_Dict trailer() const noexcept { return document_->trailer; }

    HPDF_Dict dictionary(); ///< written where it is used
    HPDF_Dict object();     ///< an indirect object
    HPDF_Array array();
    HPDF_Array array_object(); ///< an indirect object
    HPDF_Dict stream(std::string_view bytes, bool compressed = true);

    static void name(HPDF_Dict dictionary, const char* key, std::string_view value);
    static void number(HPDF_Dict dictionary, const char* key, int value);
    static void real(HPDF_Array array, double value);
    /// Text for people: UTF-16 where ASCII does not suffice.
    void text(HPDF_Dict dictionary, const char* key, std::string_view utf8);
    /// Bytes as they are.
    void binary(HPDF_Array array, std::string_view bytes);
    /// Page, top edge at `y` points, zoom unchanged.
    HPDF_Array destination(HPDF_Page page, double y);

    std::string bytes();

private:
    std::unique_ptr<_HPDF_Doc_Rec, FreeHaru> document_;
};

/// UTF-16, big endian, without byte order mark.
std::string utf16(std::string_view utf8);

} // namespace bcmkit::pdf
