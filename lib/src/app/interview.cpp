// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/app/interview.hpp>

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/phone.hpp>
#include <bcmkit/base/text.hpp>
#include <bcmkit/model/field.hpp>

#include <algorithm>
#include <optional>

namespace bcmkit::app {

namespace {

using model::Gap;
using model::Kind;
using model::Plan;
using model::to;

constexpr Question table[] = {
    {"kommune", "Wie heißt Ihre Kommune?", "Zum Beispiel: Gemeinde Kleinbach", ""},
    {"land", "In welchem Land liegt sie?", "Zum Beispiel: Hessen", ""},
    {"notfallnummer", "Welche Nummer rufen Beschäftigte bei einem IT-Notfall an?", "Zum Beispiel: 030 23125-112",
     "die IT-Leitung"},
    {"ersatznummer", "Welche Mobilnummer gilt, wenn die Telefonanlage tot ist?", "Zum Beispiel: 0171 39200-44", "die IT-Leitung"},
    {"leitung1", "Wen ruft man zuerst an?", "Name, Mobilnummer, Funktion", "das Vorzimmer"},
    {"leitung2", "Wen als Zweites?", "Name, Mobilnummer, Funktion", "das Vorzimmer"},
    {"leitung3", "Wen als Drittes?", "Name, Mobilnummer, Funktion", "das Vorzimmer"},
    {"sicherung", "Welcher Stecker trennt die Datensicherung vom Netz?", "Gerät, Kabel-Beschriftung, Kabel-Farbe, Raum",
     "die IT"},
    {"internet", "Welcher Stecker trennt das Internet?", "Gerät, Kabel-Beschriftung, Kabel-Farbe, Raum", "die IT"},
    {"landesnetz", "Welcher Stecker trennt das Landesnetz?", "Gerät, Kabel-Beschriftung, Kabel-Farbe, Raum", "die IT"},
    {"versicherung", "Haben Sie eine Cyberversicherung?", "Versicherer, Schadenhotline, Policennummer – oder: entfällt",
     "die Kämmerei"},
    {"fachfirma", "Welche Firma hilft bei einem Angriff?", "Firma, 24-Stunden-Nummer, Vertragsnummer – oder: entfällt", "die IT"},
    {"rechenzentrum", "Wer betreibt Ihre Fachverfahren?", "Rechenzentrum, Notfallnummer, Kundennummer", "die IT"},
    {"bank", "Welche Bank sperrt im Notfall Ihre Zugänge?", "Bank, Telefonnummer", "die Kasse"},
    {"krisenraum", "In welchem Raum trifft sich der Krisenstab?", "Zum Beispiel: Feuerwache, Schulungsraum", "das Hauptamt"},
    {"schluessel", "Wer hat den mechanischen Schlüssel dazu?", "Name, Mobilnummer", "das Hauptamt"},
    {"sammelpunkt", "Wo treffen sich die Beschäftigten nach einer Durchsage?", "Zum Beispiel: Foyer Rathaus", "das Hauptamt"},
    {"infotelefon", "Welche Nummer gibt Beschäftigten Auskunft?", "Zum Beispiel: 0171 39200-45", "das Hauptamt"},
};

constexpr std::string_view sheets[] = {"0.01", "0.02", "1.00-1.02", "2.01", "6.02"};

bool means_unknown(std::string_view answer) {
    const std::string word = folded(trimmed(answer));
    return word == "?" || word == "unbekannt" || word == "weiss ich nicht" || word == "weiss nicht";
}

bool means_not_applicable(std::string_view answer) {
    const std::string word = folded(trimmed(answer));
    return word == "entfaellt" || word == "nein" || word == "keine";
}

/// The parts of one answer: the first that reads as a phone number is the number, the rest are texts in their order.
struct Parts {
    std::optional<std::string> phone;
    std::vector<std::string> texts;
    bool unknown = false;

    model::Answer<std::string> text(std::size_t i) const {
        if (i < texts.size()) return texts[i];
        return unknown ? Gap::unknown : Gap::absent;
    }
    model::Answer<std::string> number() const {
        if (phone) return *phone;
        return unknown ? Gap::unknown : Gap::absent;
    }
};

Parts parts_of(std::string_view answer) {
    Parts parts;
    parts.unknown = means_unknown(answer);
    if (parts.unknown) return parts;
    for (const auto part : split(answer, ',')) {
        const std::string text = normalized(trimmed(part));
        if (text.empty()) continue;
        const auto phone = parse_phone(text);
        if (phone && !parts.phone)
            parts.phone = phone;
        else
            parts.texts.push_back(text);
    }
    return parts;
}

/// Builds the plan answer by answer; every method belongs to one kind of question.
class Builder {
public:
    explicit Builder(const Answers& answers) : answers_(answers) {}

    Plan build() {
        organisation();
        alarm();
        network("sicherung", "NET-001", "Datensicherung", "backup");
        network("internet", "NET-002", "Internet", "internet");
        network("landesnetz", "NET-003", "Landesnetz", "state");
        insurance();
        incident_response();
        data_centre();
        bank();
        staff_room();
        return std::move(plan_);
    }

private:
    Parts parts(std::string_view key) const {
        const auto found = answers_.find(key);
        return found == answers_.end() ? Parts{} : parts_of(found->second);
    }
    bool given(std::string_view key) const {
        const auto found = answers_.find(key);
        return found != answers_.end() && !trimmed(found->second).empty();
    }
    bool not_applicable(std::string_view key) const { return given(key) && means_not_applicable(answers_.find(key)->second); }

    template <class T> T& add(std::string_view code, std::string id, std::string name) {
        T& record = *static_cast<T*>(model::record_type(code)->add(plan_, std::move(id)));
        record.name = std::move(name);
        return record;
    }

    void organisation() {
        auto& kommune = plan_.organisation;
        kommune.id = "ORG-001";
        const Parts name = parts("kommune");
        kommune.name = name.texts.empty() ? "Unsere Kommune" : joined(name.texts, ", ");
        const Parts land = parts("land");
        kommune.land = land.text(0);
        if (kommune.land) {
            const model::Field& field = *model::record_type("organisation")->field("land");
            for (const auto& choice : field.choices) {
                if (folded(choice.label) == folded(*kommune.land) || folded(choice.code) == folded(*kommune.land))
                    kommune.land = std::string(choice.code);
            }
            // A word that is no Land stays a question instead of becoming a wrong value.
            if (model::choice_label(field, *kommune.land) == *kommune.land) kommune.land = Gap::absent;
        }
        kommune.bcms_level = std::string("R");
        kommune.assembly_point = parts("sammelpunkt").text(0);
        kommune.staff_phone = parts("infotelefon").number();
    }

    std::string person(std::string_view key) {
        const Parts parts = this->parts(key);
        if (parts.texts.empty()) return {};
        for (const auto& known : plan_.persons) {
            if (known.name == parts.texts[0]) return known.id;
        }
        const std::string id = model::next_id(plan_, *model::record_type("person"));
        auto& added = add<model::Person>("person", id, parts.texts[0]);
        added.phone_mobile = parts.number();
        added.function = parts.text(1);
        return id;
    }

    void alarm() {
        auto& path = add<model::AlarmPath>("alarm_path", "ALM-001", "IT-Notfall");
        path.emergency_number = parts("notfallnummer").number();
        path.replacement_number = parts("ersatznummer").number();
        model::References leaders;
        for (const auto* key : {"leitung1", "leitung2", "leitung3"}) {
            if (const std::string id = person(key); !id.empty()) leaders.push_back(to(id));
        }
        if (!leaders.empty()) path.leaders = std::move(leaders);
    }

    void network(std::string_view key, std::string id, std::string name, std::string kind) {
        auto& link = add<model::NetworkLink>("network_link", std::move(id), std::move(name));
        link.kind = std::move(kind);
        const Parts parts = this->parts(key);
        link.device = parts.text(0);
        link.cable_label = parts.text(1);
        link.cable_colour = parts.text(2);
        const auto room = parts.text(3);
        if (room)
            link.location = to(location(*room));
        else
            link.location = room.gap();
    }

    std::string location(const std::string& name) {
        for (const auto& known : plan_.locations) {
            if (folded(known.name) == folded(name)) return known.id;
        }
        const std::string id = model::next_id(plan_, *model::record_type("location"));
        auto& added = add<model::Location>("location", id, name);
        added.building = name;
        return id;
    }

    std::string provider(const Parts& parts, std::string kind) {
        const std::string id = model::next_id(plan_, *model::record_type("provider"));
        auto& added = add<model::Provider>("provider", id, parts.texts[0]);
        added.kind = std::move(kind);
        added.hotline = parts.number();
        added.customer_no = parts.text(1);
        return id;
    }

    void insurance() {
        const Parts parts = this->parts("versicherung");
        if (parts.texts.empty() || not_applicable("versicherung")) return;
        const std::string insurer = provider(parts, "insurer");
        auto& policy = add<model::InsurancePolicy>("insurance", "VER-001", "Cyberversicherung");
        policy.insurer = to(insurer);
        policy.hotline = parts.number();
        policy.policy_no = parts.text(1);
    }

    void incident_response() {
        const Parts parts = this->parts("fachfirma");
        if (parts.texts.empty() || not_applicable("fachfirma")) return;
        const std::string firm = provider(parts, "ir");
        auto& contract = add<model::Contract>("contract", "VTR-001", "Notfallhilfe");
        contract.provider = to(firm);
        contract.kind = std::string("ir");
        contract.number = parts.text(1);
    }

    void data_centre() {
        const Parts parts = this->parts("rechenzentrum");
        if (parts.texts.empty() || not_applicable("rechenzentrum")) return;
        const std::string id = provider(parts, "datacentre");
        static_cast<model::Provider*>(model::find_for_edit(plan_, id))->is_operator = true;
    }

    void bank() {
        const Parts parts = this->parts("bank");
        if (parts.texts.empty()) return;
        auto& contact = add<model::ExternalContact>("external_contact", "EXT-001", parts.texts[0]);
        contact.kind = std::string("bank");
        contact.phone = parts.number();
    }

    void staff_room() {
        auto& room = add<model::StaffRoom>("staff_room", "STR-001", "Krisenraum");
        const Parts place = parts("krisenraum");
        if (!place.texts.empty())
            room.location = to(location(joined(place.texts, ", ")));
        else if (place.unknown)
            room.location = Gap::unknown;
        const std::string holder = person("schluessel");
        if (!holder.empty()) {
            room.key_holders = model::References{to(holder)};
            plan_.organisation.key_holder = model::References{to(holder)};
            room.key_at = model::find(plan_, holder).name();
        } else if (parts("schluessel").unknown) {
            room.key_holders = Gap::unknown;
            plan_.organisation.key_holder = Gap::unknown;
        }
    }

    const Answers& answers_;
    Plan plan_;
};

} // namespace

std::span<const Question> questions() { return table; }

std::span<const std::string_view> first_sheets() { return sheets; }

InterviewResult plan_from(const Answers& answers) {
    std::vector<std::string> keys;
    for (const auto& question : table) keys.emplace_back(question.key);
    for (const auto& [key, text] : answers) {
        if (std::ranges::find(keys, key) != keys.end()) continue;
        std::vector<Message> hints;
        if (const auto near = nearest(key, keys); !near.empty()) hints.push_back({"app.did_you_mean", {joined(near, ", ")}});
        throw Error(ErrorCode::usage, {"app.no_such_question", {key}}, {}, std::move(hints));
    }
    InterviewResult result;
    result.plan = Builder(answers).build();
    for (const auto& question : table) {
        const auto found = answers.find(question.key);
        const bool is_open = found == answers.end() || trimmed(found->second).empty() || means_unknown(found->second);
        if (is_open)
            result.open.push_back({std::string(question.text), std::string(question.ask)});
        else
            ++result.answered;
    }
    return result;
}

} // namespace bcmkit::app
