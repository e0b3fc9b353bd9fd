// SPDX-License-Identifier: EUPL-1.2
#include "haru.hpp"

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/text.hpp>

#include <algorithm>

namespace bcmkit::pdf {

namespace {

constexpr std::size_t longest_string = 8000;

/// libharu makes room for 20 entries in every dictionary and list; a structure tree has ten thousands with four.
constexpr HPDF_UINT usual_items = 4;

// libharu's errors are sticky and most of its functions do not survive a null pointer, so the first one ends the document.
// Throwing through its frames is safe: it keeps nothing that the document does not own.
extern "C" void stop(HPDF_STATUS code, HPDF_STATUS detail, void*) {
    throw Error(ErrorCode::machine, {"pdf.writer_failed", {std::to_string(code), std::to_string(detail)}});
}

void write(HPDF_Stream stream, std::string_view bytes) {
    HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()), static_cast<HPDF_UINT>(bytes.size()));
}

} // namespace

std::string utf16(std::string_view utf8) {
    std::string out;
    const auto unit = [&](char32_t value) {
        out += static_cast<char>(value >> 8 & 0xFF);
        out += static_cast<char>(value & 0xFF);
    };
    for (std::size_t i = 0; i < utf8.size();) {
        const char32_t c = next_code_point(utf8, i);
        if (c < 0x10000) {
            unit(c);
        } else {
            unit(0xD800 + ((c - 0x10000) >> 10));
            unit(0xDC00 + ((c - 0x10000) & 0x3FF));
        }
    }
    return out;
}

// No memory pool: libharu hands out misaligned objects from it.
Haru::Haru() : document_(HPDF_NewEx(stop, nullptr, nullptr, 0, nullptr)) {
    if (!document_) throw Error(ErrorCode::machine, {"pdf.no_memory", {}});
    HPDF_SetCompressionMode(raw(), HPDF_COMP_ALL);
    HPDF_UseUTFEncodings(raw());
    HPDF_SetCurrentEncoder(raw(), "UTF-8");
    document_->pdf_version = HPDF_VER_17;
}

HPDF_Dict Haru::dictionary() {
    const HPDF_Dict dictionary = HPDF_Dict_New(document_->mmgr);
    dictionary->list->items_per_block = usual_items;
    return dictionary;
}

HPDF_Dict Haru::object() {
    const HPDF_Dict made = dictionary();
    HPDF_Xref_Add(document_->xref, made);
    return made;
}

HPDF_Array Haru::array() {
    const HPDF_Array array = HPDF_Array_New(document_->mmgr);
    array->list->items_per_block = usual_items;
    return array;
}

HPDF_Array Haru::array_object() {
    const HPDF_Array array = this->array();
    HPDF_Xref_Add(document_->xref, array);
    return array;
}

HPDF_Dict Haru::stream(std::string_view bytes, bool compressed) {
    const HPDF_Dict stream = HPDF_DictStream_New(document_->mmgr, document_->xref);
    stream->filter = compressed ? HPDF_STREAM_FILTER_FLATE_DECODE : HPDF_STREAM_FILTER_NONE;
    write(stream->stream, bytes);
    return stream;
}

void Haru::name(HPDF_Dict dictionary, const char* key, std::string_view value) {
    HPDF_Dict_AddName(dictionary, key, std::string(value).c_str());
}

void Haru::number(HPDF_Dict dictionary, const char* key, int value) { HPDF_Dict_AddNumber(dictionary, key, value); }

void Haru::real(HPDF_Array array, double value) { HPDF_Array_AddReal(array, static_cast<HPDF_REAL>(value)); }

void Haru::text(HPDF_Dict dictionary, const char* key, std::string_view utf8) {
    // libharu refuses strings above 32 kB, and nobody listens to a description that long.
    if (utf8.size() > longest_string) {
        utf8 = utf8.substr(0, longest_string);
        while (!is_valid_utf8(utf8)) utf8.remove_suffix(1);
    }
    const bool is_ascii = std::ranges::all_of(utf8, [](char c) { return c >= ' ' && c < 127; });
    if (is_ascii) {
        HPDF_Dict_Add(dictionary, key, HPDF_String_New(document_->mmgr, std::string(utf8).c_str(), nullptr));
        return;
    }
    std::string bytes = "\xFE\xFF" + utf16(utf8);
    HPDF_Dict_Add(
        dictionary, key,
        HPDF_Binary_New(document_->mmgr, reinterpret_cast<HPDF_BYTE*>(bytes.data()), static_cast<HPDF_UINT>(bytes.size())));
}

void Haru::binary(HPDF_Array array, std::string_view bytes) {
    std::string copy(bytes);
    HPDF_Array_Add(
        array, HPDF_Binary_New(document_->mmgr, reinterpret_cast<HPDF_BYTE*>(copy.data()), static_cast<HPDF_UINT>(copy.size())));
}

// By hand, because libharu's own function refuses "zoom unchanged".
HPDF_Array Haru::destination(HPDF_Page page, double y) {
    const HPDF_Array place = array();
    HPDF_Array_Add(place, page);
    HPDF_Array_AddName(place, "XYZ");
    HPDF_Array_Add(place, HPDF_Null_New(document_->mmgr));
    HPDF_Array_AddNumber(place, static_cast<HPDF_INT32>(y));
    HPDF_Array_Add(place, HPDF_Null_New(document_->mmgr));
    return place;
}

std::string Haru::bytes() {
    HPDF_SaveToStream(raw());
    std::string out(HPDF_GetStreamSize(raw()), '\0');
    HPDF_ResetStream(raw());
    auto size = static_cast<HPDF_UINT32>(out.size());
    HPDF_ReadFromStream(raw(), reinterpret_cast<HPDF_BYTE*>(out.data()), &size);
    out.resize(size);
    return out;
}

} // namespace bcmkit::pdf
