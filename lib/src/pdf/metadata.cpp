// SPDX-License-Identifier: EUPL-1.2
#include "metadata.hpp"

#include <bcmkit/base/hash.hpp>

#include <array>
#include <cmath>

namespace bcmkit::pdf {

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        default: out += c;
        }
    }
    return out;
}

// PDF/A wants every property from outside its own list explained: that is the second description.
std::string xmp(const Metadata& metadata) {
    const std::string date = to_iso(metadata.date) + "T12:00:00Z";
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
           " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
           " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
           "<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           escaped(metadata.title) + "</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>" + escaped(metadata.author) +
           "</rdf:li></rdf:Seq></dc:creator><dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           escaped(metadata.subject) + "</rdf:li></rdf:Alt></dc:description><dc:language><rdf:Bag><rdf:li>" +
           escaped(metadata.lang) + "</rdf:li></rdf:Bag></dc:language>\n<xmp:CreateDate>" + date +
           "</xmp:CreateDate><xmp:ModifyDate>" + date +
           "</xmp:ModifyDate><xmp:CreatorTool>bcmkit</xmp:CreatorTool><pdf:Producer>bcmkit</pdf:Producer>\n"
           "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n</"
           "rdf:Description>\n"
           "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
           " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
           "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
           "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>PDF/UA Universal Accessibility "
           "Schema"
           "</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
           "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
           "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
           "<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Indicates, which part of ISO 14289 "
           "standard is "
           "followed</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></"
           "pdfaExtension:schemas>"
           "</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

/// The sRGB colour space as an ICC profile of version 2 (matrix and curve), made here so that no licence is in question.
class SrgbProfile {
public:
    std::string bytes() {
        const std::string curve = transfer_curve();
        add("desc", "desc" + u32(0) + u32(5) + std::string("sRGB\0", 5) + u32(0) + u32(0) + u16(0) + std::string(68, '\0'));
        add("cprt", "text" + u32(0) + std::string("CC0\0", 4));
        add("wtpt", xyz(0.9642, 1, 0.8249));
        add("rXYZ", xyz(0.43607, 0.22249, 0.01392));
        add("gXYZ", xyz(0.38515, 0.71687, 0.09708));
        add("bXYZ", xyz(0.14307, 0.06061, 0.71410));
        const std::size_t curve_at = data_.size();
        add("rTRC", curve);
        for (const char* tag : {"gTRC", "bTRC"}) entries_ += tag + u32(offset_of(curve_at)) + u32(curve.size());
        std::string header = u32(128 + 4 + entries_.size() + data_.size()) + std::string(4, '\0') + u32(0x02100000) +
                             "mntrRGB XYZ " + u16(2024) + u16(1) + u16(1) + u16(0) + u16(0) + u16(0) + "acsp" +
                             std::string(28, '\0') + s15(0.9642) + s15(1) + s15(0.8249);
        header.resize(128, '\0');
        return header + u32(tag_count) + entries_ + data_;
    }

private:
    static constexpr std::size_t tag_count = 9;

    static std::string u32(std::size_t v) {
        return {static_cast<char>(v >> 24 & 0xFF), static_cast<char>(v >> 16 & 0xFF), static_cast<char>(v >> 8 & 0xFF),
                static_cast<char>(v & 0xFF)};
    }
    static std::string u16(std::size_t v) { return {static_cast<char>(v >> 8 & 0xFF), static_cast<char>(v & 0xFF)}; }
    static std::string s15(double v) { return u32(static_cast<std::size_t>(std::lround(v * 65536))); }
    static std::string xyz(double x, double y, double z) { return "XYZ " + u32(0) + s15(x) + s15(y) + s15(z); }
    static std::size_t offset_of(std::size_t data) { return 128 + 4 + 12 * tag_count + data; }

    static std::string transfer_curve() {
        constexpr int samples = 1024;
        std::string curve = "curv" + u32(0) + u32(samples);
        for (int i = 0; i < samples; ++i) {
            const double v = i / (samples - 1.0);
            const double linear = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
            curve += u16(static_cast<std::size_t>(std::lround(linear * 65535)));
        }
        return curve;
    }

    void add(const std::string& tag, const std::string& content) {
        entries_ += tag + u32(offset_of(data_.size())) + u32(content.size());
        data_ += content;
        data_.resize((data_.size() + 3) / 4 * 4, '\0');
    }

    std::string entries_, data_;
};

void write_output_intent(Haru& haru) {
    const HPDF_Dict profile = haru.stream(SrgbProfile().bytes());
    Haru::number(profile, "N", 3);
    const HPDF_Dict intent = haru.object();
    Haru::name(intent, "Type", "OutputIntent");
    Haru::name(intent, "S", "GTS_PDFA1");
    haru.text(intent, "OutputConditionIdentifier", "sRGB");
    haru.text(intent, "Info", "sRGB IEC61966-2.1");
    HPDF_Dict_Add(intent, "DestOutputProfile", profile);
    const HPDF_Array intents = haru.array();
    HPDF_Array_Add(intents, intent);
    HPDF_Dict_Add(haru.catalog(), "OutputIntents", intents);
}

void write_info(Haru& haru, const Metadata& metadata) {
    // libharu makes the dictionary with the first attribute.
    if (!haru.raw()->info) HPDF_SetInfoAttr(haru.raw(), HPDF_INFO_PRODUCER, "bcmkit");
    const HPDF_Dict info = haru.raw()->info;
    haru.text(info, "Title", metadata.title);
    haru.text(info, "Author", metadata.author);
    haru.text(info, "Subject", metadata.subject);
    haru.text(info, "Creator", "bcmkit");
    haru.text(info, "Producer", "bcmkit");
    std::string day = to_iso(metadata.date);
    std::erase(day, '-');
    haru.text(info, "CreationDate", "D:" + day + "120000Z");
    haru.text(info, "ModDate", "D:" + day + "120000Z");
}

} // namespace

void write_metadata(Haru& haru, const Metadata& metadata, std::string_view content) {
    const HPDF_Dict catalog = haru.catalog();
    const HPDF_Dict marked = haru.dictionary();
    HPDF_Dict_AddBoolean(marked, "Marked", HPDF_TRUE);
    HPDF_Dict_Add(catalog, "MarkInfo", marked);
    haru.text(catalog, "Lang", metadata.lang);
    const HPDF_Dict preferences = haru.dictionary();
    HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
    Haru::name(preferences, "PrintScaling", "None");
    Haru::name(preferences, "Duplex", metadata.duplex ? "DuplexFlipLongEdge" : "Simplex");
    HPDF_Dict_Add(catalog, "ViewerPreferences", preferences);
    const HPDF_Dict packet = haru.stream(xmp(metadata), false);
    Haru::name(packet, "Type", "Metadata");
    Haru::name(packet, "Subtype", "XML");
    HPDF_Dict_Add(catalog, "Metadata", packet);
    write_output_intent(haru);
    write_info(haru, metadata);

    const Sha256 hash = sha256(content);
    const std::string_view id(reinterpret_cast<const char*>(hash.data()), 16);
    const HPDF_Array ids = haru.array();
    haru.binary(ids, id);
    haru.binary(ids, id);
    HPDF_Dict_Add(haru.trailer(), "ID", ids);
}

} // namespace bcmkit::pdf
