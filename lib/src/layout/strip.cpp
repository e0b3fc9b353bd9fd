// SPDX-License-Identifier: EUPL-1.2
#include "strip.hpp"

#include <algorithm>
#include <iterator>

namespace bcmkit::layout {

namespace {

struct Extent {
    Length top = 0, bottom = 0;
    bool divisible = false; ///< upright rules and solid bars may be cut
};

Extent extent_of(const Item& item) {
    if (const auto* run = std::get_if<TextRun>(&item.is))
        return {run->at.y - em(run->size), run->at.y + em(run->size) / 4, false};
    if (const auto* rule = std::get_if<Rule>(&item.is)) {
        const auto [top, bottom] = std::minmax(rule->from.y, rule->to.y);
        return {top - rule->thickness / 2, bottom + rule->thickness / 2, rule->from.x == rule->to.x};
    }
    if (const auto* frame = std::get_if<Frame>(&item.is))
        return {frame->area.y, frame->area.y + frame->area.height, frame->thickness == 0 && frame->ink == Ink::black};
    if (const auto* link = std::get_if<Link>(&item.is)) return {link->area.y, link->area.y + link->area.height, false};
    Extent extent{1 << 30, -(1 << 30), false};
    for (const auto& point : std::get<Polygon>(item.is).points) {
        extent.top = std::min(extent.top, point.y);
        extent.bottom = std::max(extent.bottom, point.y);
    }
    return extent;
}

/// The part of a divisible item between two heights.
Item part_of(Item item, Length top, Length bottom) {
    if (auto* rule = std::get_if<Rule>(&item.is)) {
        auto& upper = rule->from.y < rule->to.y ? rule->from.y : rule->to.y;
        auto& lower = rule->from.y < rule->to.y ? rule->to.y : rule->from.y;
        upper = std::max(upper, top);
        lower = std::min(lower, bottom);
    } else if (auto* frame = std::get_if<Frame>(&item.is)) {
        const Length end = std::min(frame->area.y + frame->area.height, bottom);
        frame->area.y = std::max(frame->area.y, top);
        frame->area.height = end - frame->area.y;
    }
    return item;
}

} // namespace

void shift(Item& item, Length dx, Length dy) {
    const auto move = [&](Point& point) {
        point.x += dx;
        point.y += dy;
    };
    if (auto* run = std::get_if<TextRun>(&item.is))
        move(run->at);
    else if (auto* rule = std::get_if<Rule>(&item.is)) {
        move(rule->from);
        move(rule->to);
    } else if (auto* polygon = std::get_if<Polygon>(&item.is))
        std::for_each(polygon->points.begin(), polygon->points.end(), move);
    else {
        auto& area = std::holds_alternative<Frame>(item.is) ? std::get<Frame>(item.is).area : std::get<Link>(item.is).area;
        area.x += dx;
        area.y += dy;
    }
}

void shift(std::vector<Item>& items, Length dx, Length dy) {
    for (auto& item : items) shift(item, dx, dy);
}

Cut cut(Strip strip, Length room) {
    // Every stretch that must stay whole, joined where they overlap; the cut goes to the last gap above `room`.
    std::vector<Extent> blocked;
    for (const auto& item : strip.items)
        if (const auto extent = extent_of(item); !extent.divisible) blocked.push_back(extent);
    std::sort(blocked.begin(), blocked.end(), [](const Extent& a, const Extent& b) { return a.top < b.top; });
    Length at = 0;
    Length covered = 0;
    for (const auto& extent : blocked) {
        if (extent.top > room) break;
        if (extent.top >= covered && extent.top > 0) at = std::max(covered, std::min(extent.top, room));
        covered = std::max(covered, extent.bottom);
    }
    if (covered <= room) at = room;
    Cut result;
    result.clean = at > mm(4);
    if (!result.clean) at = room;

    result.first.gap = strip.gap;
    result.first.height = at;
    result.first.repeat = strip.repeat;
    result.first.source_line = strip.source_line;
    result.rest = strip;
    result.rest.items.clear();
    result.rest.gap = 0;
    result.rest.height = strip.height - at;
    for (auto& item : strip.items) {
        const auto extent = extent_of(item);
        if (extent.divisible && extent.top < at && extent.bottom > at) {
            result.first.items.push_back(part_of(item, extent.top, at));
            Item lower = part_of(std::move(item), at, extent.bottom);
            shift(lower, 0, -at);
            result.rest.items.push_back(std::move(lower));
        } else if (extent.top + (extent.bottom - extent.top) / 2 < at)
            result.first.items.push_back(std::move(item));
        else {
            shift(item, 0, -at);
            result.rest.items.push_back(std::move(item));
        }
    }
    return result;
}

} // namespace bcmkit::layout
