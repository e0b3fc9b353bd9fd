// SPDX-License-Identifier: EUPL-1.2
#include "common.hpp"

namespace bcmkit::check {

namespace {

using model::Application;
using model::DataSource;
using model::NetworkLink;

template <class Record, class Look> void each(const std::vector<Record>& records, Look look) {
    for (const auto& record : records) {
        if (is_active(record)) look(record);
    }
}

void has_operator_with_hotline(const Subject& subject, Report& report) {
    each(subject.plan().applications, [&](const Application& application) {
        if (application.operator_.is_open()) report.add(application, "operator", {"check.app_002", {called(application)}});
    });
    each(subject.plan().providers, [&](const model::Provider& provider) {
        if (provider.hotline.is_open()) report.add(provider, "hotline", {"check.app_002_hotline", {called(provider)}});
        if (provider.customer_no.is_open()) report.add(provider, "customer_no", {"check.app_002_customer", {called(provider)}});
    });
}

void has_vendor_and_version(const Subject& subject, Report& report) {
    each(subject.plan().applications, [&](const Application& application) {
        if (application.version.is_open()) report.add(application, "version", {"check.app_003_version", {called(application)}});
        if (application.vendor.is_open()) report.add(application, "vendor", {"check.app_003_vendor", {called(application)}});
    });
}

void names_its_needs(const Subject& subject, Report& report) {
    each(subject.plan().applications, [&](const Application& application) {
        const bool none_named = application.needs.is_open() || (application.needs && application.needs->empty());
        if (none_named) report.add(application, "needs", {"check.app_004", {called(application)}});
    });
}

void data_can_be_restored_alone(const Subject& subject, Report& report) {
    each(subject.plan().data_sources, [&](const DataSource& data) {
        const bool together = data.separately_restorable.is(Gap::unknown) || !data.separately_restorable.value_or(true);
        if (together && !data.separate_alternative) report.add(data, "separately_restorable", {"check.app_005", {called(data)}});
    });
}

void restore_was_tested(const Subject& subject, Report& report) {
    each(subject.plan().data_sources, [&](const DataSource& data) {
        if (!data.rto || data.rto->likely >= 5 * minutes_per_day) return;
        const int months = data.rto->likely < minutes_per_day ? 12 : 36;
        if (data.last_restore_test.is(Gap::not_applicable) || is_within_months(data.last_restore_test, subject.today(), months))
            return;
        report.add(data, "last_restore_test", {"check.app_006", {called(data), std::to_string(months)}});
    });
}

void one_backup_survives_an_attack(const Subject& subject, Report& report) {
    each(subject.plan().data_sources, [&](const DataSource& data) {
        const auto points = items(data.restore_points);
        if (points.empty()) return;
        const bool any_apart = std::ranges::any_of(points, [](const model::RestorePoint& point) {
            const std::string medium = point.medium.value_or("");
            return medium.empty() || medium != "online" || (point.same_domain.has_value() && !*point.same_domain);
        });
        if (!any_apart) report.add(data, "restore_points", {"check.app_007", {called(data)}});
    });
}

void one_backup_is_elsewhere(const Subject& subject, Report& report) {
    each(subject.plan().data_sources, [&](const DataSource& data) {
        if (data.offsite && !*data.offsite) report.add(data, "offsite", {"check.app_008", {called(data)}});
    });
}

void certificates_are_valid(const Subject& subject, Report& report) {
    const int warn_days = report.limit();
    each(subject.plan().applications, [&](const Application& application) {
        for (const auto& certificate : items(application.certificates)) {
            const std::string name = certificate.name.value_or("");
            if (certificate.valid_to.is_open())
                report.add(application, "certificates", {"check.app_011_unknown", {called(application), name}});
            else if (certificate.valid_to && *certificate.valid_to <= subject.today().plus_days(warn_days))
                report.add(application, "certificates",
                           {"check.app_011", {called(application), name, to_german(*certificate.valid_to)}});
        }
    });
}

void is_still_supported(const Subject& subject, Report& report) {
    each(subject.plan().applications, [&](const Application& application) {
        if (application.end_of_support && *application.end_of_support < subject.today())
            report.add(application, "end_of_support",
                       {"check.app_012", {called(application), to_german(*application.end_of_support)}});
    });
}

void paper_fallback_has_data(const Subject& subject, Report& report) {
    each(subject.plan().fallbacks, [&](const model::Fallback& fallback) {
        if (fallback.mode.value_or("") == "paper" && fallback.case_data.value_or(false) && fallback.case_data_source.is_open())
            report.add(fallback, "case_data_source", {"check.app_013", {called(fallback)}});
    });
}

void paper_is_fresh(const Subject& subject, Report& report) {
    each(subject.plan().data_sources, [&](const DataSource& data) {
        for (const auto& snapshot : items(data.paper_snapshots)) {
            if (!snapshot.rhythm || !snapshot.printed_on) continue;
            const auto days = std::max<Minutes>(1, (snapshot.rhythm->likely + minutes_per_day - 1) / minutes_per_day);
            const auto age = subject.today().day_number() - snapshot.printed_on->day_number();
            if (age > days)
                report.add(data, "paper_snapshots",
                           {"check.app_014",
                            {called(data), snapshot.content.value_or(""), to_german(*snapshot.printed_on), std::to_string(age)}});
        }
    });
}

/// A link without a number of its own is called at the number of its operator.
bool operator_answers_at_night(const Subject& subject, const model::Reference& operator_) {
    const auto* provider = subject.find<model::Provider>(operator_, "provider");
    if (provider) return !provider->hotline_night.is_open();
    const auto* contact = subject.find<model::ExternalContact>(operator_, "external_contact");
    return contact && !contact->phone_night.is_open();
}

void link_has_number_at_night(const Subject& subject, Report& report) {
    each(subject.plan().network_links, [&](const NetworkLink& link) {
        if (!link.operator_ || !link.operator_number_night.is_open()) return;
        if (!operator_answers_at_night(subject, *link.operator_))
            report.add(link, "operator_number_night", {"check.net_001", {called(link)}});
    });
}

void state_network_is_a_need(const Subject& subject, Report& report) {
    for (const auto& service : subject.plan().services) {
        if (!is_critical(service) || !service.via_network.value_or(false)) continue;
        const auto is_link = [&](const model::Reference& reference) {
            return subject.find<NetworkLink>(reference, "network_link") != nullptr;
        };
        bool named =
            std::ranges::any_of(items(service.needs), [&](const model::Need& need) { return need.node && is_link(*need.node); });
        for (const auto& used : items(service.uses)) {
            const auto* application = subject.find<Application>(used, "application");
            if (!application) continue;
            named = named || std::ranges::any_of(items(application->networks), is_link) ||
                    std::ranges::any_of(items(application->needs),
                                        [&](const model::Need& need) { return need.node && is_link(*need.node); });
        }
        if (!named) report.add(service, "via_network", {"check.net_002", {called(service)}});
    }
}

/// What two links share beside the building: a common danger, a provider, another link, a device.
std::vector<std::string> shared_by(const Subject& subject, const NetworkLink& link, const NetworkLink& other) {
    std::set<std::string> shared;
    for (const auto& group : items(link.risk_groups)) {
        const auto groups = items(other.risk_groups);
        if (!group.is_open() && std::ranges::any_of(groups, [&](const auto& g) { return g.id == group.id; }))
            shared.insert(group.id);
    }
    for (const auto& sham : subject.sham_redundancy()) {
        const bool is_pair = sham.alternatives.size() == 2 &&
                             std::ranges::find(sham.alternatives, link.id) != sham.alternatives.end() &&
                             std::ranges::find(sham.alternatives, other.id) != sham.alternatives.end();
        if (!is_pair) continue;
        for (const auto& id : sham.common) {
            // That both end in one room holds for most houses: the place is reported where somebody called it a danger.
            const auto* type = model::type_of_id(id);
            if (type && type->code != std::string_view("location")) shared.insert(id);
        }
    }
    std::vector<std::string> names;
    for (const auto& id : shared) names.push_back(subject.name(id));
    return names;
}

void second_path_is_apart(const Subject& subject, Report& report) {
    std::set<std::string> done;
    each(subject.plan().network_links, [&](const NetworkLink& link) {
        if (!link.redundant_with || done.contains(link.id)) return;
        const auto* other = subject.find<NetworkLink>(*link.redundant_with, "network_link");
        if (!other) return;
        const auto shared = shared_by(subject, link, *other);
        if (shared.empty()) return;
        done.insert(other->id);
        report.add(link, "risk_groups", {"check.net_003", {called(link), other->name, joined(shared, ", ")}});
    });
}

void used_application_is_in_use(const Subject& subject, Report& report) {
    // What is not recorded at all is BK-GEN-001; what is out of use is not in the register any more.
    each(subject.plan().services, [&](const model::Service& service) {
        if (!is_critical(service)) return;
        for (const auto& used : items(service.uses)) {
            const auto* application = subject.find<Application>(used, "application");
            if (application && !is_active(*application))
                report.add(service, "uses", {"check.app_001", {called(service), called(*application)}});
        }
    });
}

void parts_list_is_known(const Subject& subject, Report& report) {
    each(subject.plan().applications, [&](const Application& application) {
        if (application.sbom_ref.is_open()) report.add(application, "sbom_ref", {"check.app_009", {called(application)}});
    });
}

void return_to_networks_is_known(const Subject& subject, Report& report) {
    each(subject.plan().applications, [&](const Application& application) {
        if (!items(application.registers).empty() && application.reconnect.is_open())
            report.add(application, "reconnect", {"check.app_010", {called(application)}});
    });
    each(subject.plan().network_links, [&](const NetworkLink& link) {
        // The own lines come back by themselves; the others want proof that the own network is clean.
        const std::string kind = link.kind.value_or("");
        const bool is_foreign = kind == "state" || kind == "datacentre" || kind == "partner";
        if (is_foreign && link.reconnect.is_open()) report.add(link, "reconnect", {"check.app_010", {called(link)}});
    });
}

void automatic_outputs_are_listed(const Subject& subject, Report& report) {
    each(subject.plan().applications, [&](const Application& application) {
        if (application.automatic_outputs.is_open())
            report.add(application, "automatic_outputs", {"check.app_015", {called(application)}});
    });
}

constexpr auto reactive = model::Level::reactive;

constexpr Rule rules[] = {
    {"BK-APP-001", reactive, Severity::error, Danger::other, used_application_is_in_use},
    {"BK-APP-002", reactive, Severity::error, Danger::other, has_operator_with_hotline},
    {"BK-APP-003", reactive, Severity::warning, Danger::other, has_vendor_and_version},
    {"BK-APP-004", reactive, Severity::warning, Danger::other, names_its_needs},
    {"BK-APP-005", reactive, Severity::error, Danger::other, data_can_be_restored_alone},
    {"BK-APP-006", reactive, Severity::warning, Danger::other, restore_was_tested},
    {"BK-APP-007", reactive, Severity::error, Danger::other, one_backup_survives_an_attack},
    {"BK-APP-008", reactive, Severity::warning, Danger::other, one_backup_is_elsewhere},
    {"BK-APP-009", reactive, Severity::info, Danger::other, parts_list_is_known},
    {"BK-APP-010", reactive, Severity::warning, Danger::other, return_to_networks_is_known},
    {"BK-APP-011", reactive, Severity::warning, Danger::other, certificates_are_valid, 90, "Tage"},
    {"BK-APP-012", reactive, Severity::warning, Danger::other, is_still_supported},
    {"BK-APP-013", reactive, Severity::info, Danger::other, paper_fallback_has_data},
    {"BK-APP-014", reactive, Severity::warning, Danger::other, paper_is_fresh},
    {"BK-APP-015", reactive, Severity::info, Danger::other, automatic_outputs_are_listed},
    {"BK-NET-001", reactive, Severity::warning, Danger::other, link_has_number_at_night},
    {"BK-NET-002", reactive, Severity::warning, Danger::other, state_network_is_a_need},
    {"BK-NET-003", reactive, Severity::info, Danger::other, second_path_is_apart},
};

} // namespace

std::span<const Rule> application_rules() { return rules; }

} // namespace bcmkit::check
