// SPDX-License-Identifier: EUPL-1.2
// One body has one number: two numbers for the same firm on two sheets cost the caller the minutes that count.
#include "plans.hpp"

#include <bcmkit/base/phone.hpp>
#include <bcmkit/compose/book.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace bcmkit;

namespace {

/// All words of blocks, with a line end after each cell, item and field.
class Words {
public:
    explicit Words(const doc::Blocks& blocks) { add(blocks); }
    std::string text;

private:
    void add(const doc::Inlines& inlines) {
        for (const auto& one : inlines) {
            const auto* part = std::get_if<doc::Text>(&one);
            text += part ? part->text : " ";
        }
        text += "\n";
    }
    void add(const std::vector<doc::Inlines>& lines) {
        for (const auto& line : lines) add(line);
    }
    void add(const doc::Blocks& blocks) {
        for (const auto& block : blocks) std::visit([&](const auto& is) { add_block(is); }, block.is);
    }
    void add(const std::vector<doc::Blocks>& parts) {
        for (const auto& part : parts) add(part);
    }
    void add(const doc::Tree::Node& node) {
        text += node.number + "\n" + node.second_number + "\n" + node.deputy_number + "\n";
        for (const auto& child : node.children) add(child);
    }

    void add_block(const doc::Quote& quote) { add(quote.blocks); }
    void add_block(const doc::List& list) { add(list.items); }
    void add_block(const doc::Checklist& list) { add(list.items); }
    void add_block(const doc::Facts& facts) {
        for (const auto& row : facts.rows) add(row.text);
    }
    void add_block(const doc::Steps& steps) {
        for (const auto& step : steps.steps) {
            add(step.text);
            add(step.lines);
            add(step.wanted);
        }
    }
    void add_block(const doc::Halt& halt) {
        add(halt.questions);
        add(halt.outcomes);
    }
    void add_block(const doc::EndLine&) {}
    void add_block(const doc::Table& table) {
        for (const auto& row : table.rows) add(row.cells);
    }
    void add_block(const doc::Form& form) {
        for (const auto& row : form.rows) {
            for (const auto& field : row.fields) add(field.value);
        }
    }
    void add_block(const doc::Box& box) { add(box.blocks); }
    void add_block(const doc::BigNumber& number) { add(number.number); }
    void add_block(const doc::Columns& columns) { add(columns.columns); }
    void add_block(const doc::Tree& tree) { add(tree.root); }
    template <class Plain> void add_block(const Plain& plain) {
        if constexpr (requires { plain.text; }) add(plain.text);
    }
};

/// The phone numbers in printed text, as the plan stores them.
std::set<std::string> numbers_in(std::string_view text) {
    constexpr std::string_view no_break = "\u00A0";
    std::set<std::string> out;
    for (std::size_t i = 0; i < text.size();) {
        std::string run;
        while (i < text.size()) {
            const bool is_gap = text.substr(i).starts_with(no_break);
            if (!is_gap && text[i] != '-' && (text[i] < '0' || text[i] > '9')) break;
            if (!is_gap) run += text[i];
            i += is_gap ? no_break.size() : 1;
        }
        if (run.size() > 8 && run.front() == '0') {
            if (const auto number = parse_phone(run)) out.insert(*number);
        }
        if (run.empty()) ++i;
    }
    return out;
}

/// Sheet → its words.
std::map<std::string, std::string> printed_words(const model::Plan& plan) {
    const compose::Book book(plan, compose::own_templates(), model::Audience::intern, plans::day());
    Diagnostics diagnostics;
    std::map<std::string, std::string> out;
    for (const auto& sheet : book.fill(book.whole(), nullptr, diagnostics).document.sheets)
        out[sheet.number] += Words(sheet.blocks).text;
    return out;
}

/// Sheet → the numbers on it.
std::map<std::string, std::set<std::string>> printed_numbers(const model::Plan& plan) {
    std::map<std::string, std::set<std::string>> out;
    for (const auto& [sheet, words] : printed_words(plan)) out[sheet] = numbers_in(words);
    return out;
}

template <class Record> Record& record(std::vector<Record>& records, std::string_view id) {
    return *std::ranges::find(records, id, [](const Record& one) { return std::string_view(one.id); });
}

/// The fictional numbers that the examples give to firms and bodies outside.
bool is_outside(const std::string& number) { return number.starts_with("+492214710") || number.starts_with("+496990009"); }

} // namespace

TEST_SUITE("numbers") {
    TEST_CASE("one contact has one number by day and one by night, on every sheet the one that 2.05 lists") {
        const auto county = plans::example("landkreis-musterland");
        for (const auto& plan : {plans::sound(), plans::read(county), plans::read(county / "repariert", plans::read(county))}) {
            CAPTURE(plan.organisation.name);
            const auto printed = printed_numbers(plan);
            std::set<std::string> listed = printed.at("2.05");
            CHECK(listed.size() > 30);
            for (const auto& contact : plan.external_contacts) {
                if (contact.fax) listed.insert(*contact.fax);
            }
            // An agreement names somebody of the partner who is called for it alone.
            for (const auto& aid : plan.mutual_aids) {
                for (const auto& number : {aid.phone_day, aid.phone_night}) {
                    if (number) listed.insert(*number);
                }
            }
            // The county's own desk that is always staffed is no body outside; it stands on 1.02 and 2.01.
            for (const auto& service : plan.services) {
                if (service.phone) listed.insert(*service.phone);
            }
            std::size_t seen = 0;
            for (const auto& on_sheet : printed) {
                for (const auto& number : on_sheet.second) {
                    if (!is_outside(number)) continue;
                    ++seen;
                    CAPTURE(on_sheet.first);
                    CHECK_MESSAGE(listed.contains(number), to_german_phone(number));
                }
            }
            CHECK(seen > 100);
        }
    }

    TEST_CASE("a link, a program and a policy without a number of their own print that of the body behind them") {
        auto plan = plans::sound();
        const auto provider = [&](std::string_view id) {
            return std::ranges::find(plan.providers, id, [](const model::Provider& one) { return one.id; });
        };
        provider("PRV-TEL")->hotline = std::string("+4922147100777");
        provider("PRV-TEL")->hotline_night = std::string("+4922147100888");
        auto printed = printed_numbers(plan);
        CHECK(printed["6.02"].contains("+4922147100777"));
        CHECK(printed["6.02"].contains("+4922147100888"));

        plan.network_links.front().operator_number = std::string("+4922147100999");
        printed = printed_numbers(plan);
        CHECK(printed["6.02"].contains("+4922147100999"));
        CHECK(!printed["6.02"].contains("+4922147100777"));
    }

    TEST_CASE("who checks what lives depend on rings the service's own number, else the phone on duty, else the head by name") {
        auto plan = plans::sound();
        auto& service = record(plan.services, "SVC-006");
        auto& roster = record(plan.on_call_rosters, "RUF-WASSER");
        const auto card = [&] { return printed_words(plan)["1.02"]; };
        const auto has = [](const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; };

        CHECK(printed_numbers(plan)["1.02"].contains("+491713920091"));
        CHECK(!has(card(), service.name + ": "));

        roster.number = {};
        CHECK(has(card(), service.name + ": Dahl"));

        service.phone = std::string("+496990009777");
        CHECK(!has(card(), service.name + ": "));
        CHECK(printed_numbers(plan)["1.02"].contains("+496990009777"));
    }
}
