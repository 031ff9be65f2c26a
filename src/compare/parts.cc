#include "compare/parts.h"

#include <algorithm>
#include <set>

#include "base/disjoint_sets.h"
#include "compare/share_out.h"

namespace bocage::compare {
namespace {

using mechanism::allocate::Instance;
using mechanism::allocate::Line;
using mechanism::allocate::LinkCosts;
using mechanism::allocate::MinimaQuestion;
using mechanism::allocate::Prepared;

constexpr std::uint32_t kNoPart = 0xFFFFFFFF;

// The parts of a prepared territory that somebody's rows are in, as an instance of their own.
class Excerpt {
 public:
  Excerpt(const territory::Territory& territory, const Prepared& prepared,
          const ConnectedParts& parts, const std::vector<std::uint32_t>& absent_needs,
          const std::vector<std::uint32_t>& absent_contributions)
      : territory_(territory), prepared_(prepared) {
    std::set<std::uint32_t> touched;
    for (std::uint32_t const need : absent_needs) {
      touched.insert(parts.of_need[need]);
    }
    for (std::uint32_t const contribution : absent_contributions) {
      touched.insert(parts.of_contribution[contribution]);
    }
    for (std::uint32_t const part : touched) {
      needs_.insert(needs_.end(), parts.needs[part].begin(), parts.needs[part].end());
      contributions_.insert(contributions_.end(), parts.contributions[part].begin(),
                            parts.contributions[part].end());
    }
    std::sort(needs_.begin(), needs_.end());
    std::sort(contributions_.begin(), contributions_.end());
    need_is_absent_ = marks(needs_, absent_needs);
    contribution_is_absent_ = marks(contributions_, absent_contributions);
    held_by_need_.assign(needs_.size(), 0);
    held_by_contribution_.assign(contributions_.size(), 0);
    take_held();
    take_contributions();
    take_needs();
  }

  [[nodiscard]] Replanned plan() const {
    Replanned out;
    out.needs = needs_;
    out.contributions = contributions_;
    out.served = held_by_need_;
    out.given = held_by_contribution_;
    for (const Line& line : solve_openly(instance_, question_, costs_, prepared_.fair_leads)) {
      out.served[line.need] += line.quantity;
      out.given[line.contribution] += line.quantity;
    }
    return out;
  }

 private:
  static std::vector<std::uint8_t> marks(const std::vector<std::uint32_t>& places,
                                         const std::vector<std::uint32_t>& marked) {
    std::vector<std::uint8_t> out(places.size(), 0);
    for (std::uint32_t const place : marked) {
      out[local(places, place)] = 1;
    }
    return out;
  }
  static std::size_t local(const std::vector<std::uint32_t>& places, std::uint32_t place) {
    return static_cast<std::size_t>(std::lower_bound(places.begin(), places.end(), place) -
                                    places.begin());
  }
  static bool holds(const std::vector<std::uint32_t>& places, std::uint32_t place) {
    return std::binary_search(places.begin(), places.end(), place);
  }

  // A fixed line stands while both its ends do.
  void take_held() {
    for (const Line& line : prepared_.arranged.held) {
      if (!holds(needs_, line.need)) {
        continue;
      }
      std::size_t const need = local(needs_, line.need);
      std::size_t const contribution = local(contributions_, line.contribution);
      if (need_is_absent_[need] == 0 && contribution_is_absent_[contribution] == 0) {
        held_by_need_[need] += line.quantity;
        held_by_contribution_[contribution] += line.quantity;
      }
    }
  }

  void take_contributions() {
    for (std::size_t c = 0; c < contributions_.size(); ++c) {
      std::uint32_t const place = contributions_[c];
      std::int64_t const all =
          prepared_.open_instance.supply[place] + prepared_.held_by_contribution[place];
      instance_.supply.push_back(contribution_is_absent_[c] != 0 ? 0
                                                                 : all - held_by_contribution_[c]);
      costs_.offer_cost.push_back(prepared_.costs.offer_cost[place]);
    }
    costs_.criteria = prepared_.costs.criteria;
  }

  void take_needs() {
    const Instance& open = prepared_.open_instance;
    bool const minima_count = std::find(prepared_.order.begin(), prepared_.order.end(),
                                        territory::Criterion::kMinimum) != prepared_.order.end();
    question_.tell_if_drawn = false;
    question_.share_instead = prepared_.question.share_instead;
    instance_.first.push_back(0);
    for (std::size_t n = 0; n < needs_.size(); ++n) {
      std::uint32_t const place = needs_[n];
      std::int64_t const freed = prepared_.held_by_need[place] - held_by_need_[n];
      bool const absent = need_is_absent_[n] != 0;
      instance_.cap.push_back(absent ? 0 : open.cap[place] + freed);
      instance_.minimum.push_back(
          absent || !minima_count
              ? 0
              : std::max<std::int64_t>(0,
                                       territory_.needs[place].minimum.count() - held_by_need_[n]));
      instance_.received.push_back(open.received[place] - freed);
      instance_.weight.push_back(open.weight[place]);
      question_.was_set_aside.push_back(prepared_.question.was_set_aside[place]);
      question_.lot.push_back(prepared_.question.lot[place]);
      if (!prepared_.question.people.empty()) {
        question_.people.push_back(prepared_.question.people[place]);
      }
      for (std::uint32_t k = open.first[place]; k < open.first[place + 1] && !absent; ++k) {
        take_link(k);
      }
      instance_.first.push_back(static_cast<std::uint32_t>(instance_.contribution.size()));
    }
  }

  void take_link(std::uint32_t link) {
    std::size_t const contribution =
        local(contributions_, prepared_.open_instance.contribution[link]);
    if (contribution_is_absent_[contribution] != 0) {
      return;
    }
    instance_.contribution.push_back(static_cast<std::uint32_t>(contribution));
    costs_.metres.push_back(prepared_.linked.links.metres[link]);
    if (!prepared_.linked.links.value.empty()) {
      costs_.value.push_back(prepared_.linked.links.value[link]);
    }
  }

  const territory::Territory& territory_;
  const Prepared& prepared_;
  std::vector<std::uint32_t> needs_;
  std::vector<std::uint32_t> contributions_;
  std::vector<std::uint8_t> need_is_absent_;
  std::vector<std::uint8_t> contribution_is_absent_;
  std::vector<std::int64_t> held_by_need_;
  std::vector<std::int64_t> held_by_contribution_;
  Instance instance_;
  LinkCosts costs_;
  MinimaQuestion question_;
};

}  // namespace

ConnectedParts connected_parts(const Prepared& prepared) {
  const Instance& open = prepared.open_instance;
  std::size_t const needs = open.needs();
  base::DisjointSets nodes(open.needs() + open.contributions());
  for (std::uint32_t n = 0; n < needs; ++n) {
    for (std::uint32_t k = open.first[n]; k < open.first[n + 1]; ++k) {
      nodes.join(n, needs + open.contribution[k]);
    }
  }
  for (const Line& line : prepared.arranged.held) {
    nodes.join(line.need, needs + line.contribution);
  }
  ConnectedParts parts;
  std::vector<std::uint32_t> number(open.needs() + open.contributions(), kNoPart);
  auto const part_of = [&](std::size_t node) {
    std::uint32_t& part = number[nodes.root(node)];
    if (part == kNoPart) {
      part = static_cast<std::uint32_t>(parts.needs.size());
      parts.needs.emplace_back();
      parts.contributions.emplace_back();
      parts.is_short.push_back(0);
    }
    return part;
  };
  for (std::uint32_t n = 0; n < needs; ++n) {
    std::uint32_t const part = part_of(n);
    parts.of_need.push_back(part);
    parts.needs[part].push_back(n);
    bool const unreached_minimum = open.first[n] == open.first[n + 1] && open.minimum[n] > 0;
    if (prepared.minima.in_short_part[n] || unreached_minimum) {
      parts.is_short[part] = 1;
    }
  }
  for (std::uint32_t c = 0; c < open.contributions(); ++c) {
    std::uint32_t const part = part_of(needs + c);
    parts.of_contribution.push_back(part);
    parts.contributions[part].push_back(c);
  }
  return parts;
}

Belongings belongings_of(const territory::Territory& territory) {
  Belongings all;
  all.needs.resize(territory.stakeholders.size());
  all.contributions.resize(territory.stakeholders.size());
  for (std::uint32_t n = 0; n < territory.needs.size(); ++n) {
    all.needs[territory.needs[n].stakeholder.position()].push_back(n);
  }
  for (std::uint32_t c = 0; c < territory.contributions.size(); ++c) {
    all.contributions[territory.contributions[c].stakeholder.position()].push_back(c);
  }
  return all;
}

Replanned plan_without(const territory::Territory& territory, const Prepared& prepared,
                       const ConnectedParts& parts, const std::vector<std::uint32_t>& absent_needs,
                       const std::vector<std::uint32_t>& absent_contributions) {
  return Excerpt(territory, prepared, parts, absent_needs, absent_contributions).plan();
}

}  // namespace bocage::compare
