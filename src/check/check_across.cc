#include "check/check_across.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <utility>

#include "check/expect_same.h"
#include "check/matter.h"
#include "territory/find.h"

namespace bocage::check {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

// By stakeholder, side and unit: what was asked or offered, and what lines carry.
struct Sums {
  Millionths stated;
  Millionths moved;
};
using Key = std::pair<std::string, std::string>;  // stakeholder, unit

class AcrossCheck {
 public:
  AcrossCheck(const Territory& whole, const std::vector<Cooperation>& all,
              const std::vector<std::optional<PlannedFigures>>& planned, const AcrossReport& told)
      : whole_(whole), all_(all), planned_(planned), told_(told) {}

  std::optional<Wrong> run() {
    expect("territory", told_.territory, whole_.settings.name);
    expect_count("cooperations", told_.cooperations.size(), all_.size());
    for (std::size_t c = 0; !wrong_ && c < all_.size(); ++c) {
      check_cooperation(told_.cooperations[c], all_[c], planned_[c]);
    }
    for (const Cooperation& one : all_) {
      name_all(one);
      add(one);
    }
    check_stakeholders();
    return wrong_;
  }

 private:
  void expect(const std::string& of, const std::string& found, const std::string& expected) {
    expect_same(wrong_, of, found, expected);
  }
  template <class Number>
  void expect_count(const std::string& of, Number found, Number expected) {
    expect(of, std::to_string(found), std::to_string(expected));
  }

  void check_cooperation(const CooperationFigures& told, const Cooperation& one,
                         const std::optional<PlannedFigures>& found) {
    expect("folder", told.folder, one.folder);
    expect(one.folder + ": name", told.name, one.territory.settings.name);
    expect(one.folder + ": plan", told.planned ? "1" : "0", found ? "1" : "0");
    if (wrong_ || !found) {
      return;
    }
    expect(one.folder + ": input_sha256", told.planned->input_sha256, found->input_sha256);
    expect(one.folder + ": plan_sha256", told.planned->plan_sha256, found->plan_sha256);
    expect_count(one.folder + ": needs", told.planned->needs, found->needs);
    expect_count(one.folder + ": served", told.planned->served, found->served);
    expect_count(one.folder + ": set_aside", told.planned->set_aside, found->set_aside);
  }

  // Whoever a table names.
  void name_all(const Cooperation& one) {
    auto const name = [&](StakeholderIndex who) {
      named_[one.territory.stakeholders[who.position()].id].insert(one.folder);
    };
    auto const name_each = [&](const auto& rows) {
      for (auto const& row : rows) {
        name(row.stakeholder);
      }
    };
    name_each(one.territory.needs);
    name_each(one.territory.contributions);
    name_each(one.territory.funders);
    for (const SharedCost& cost : one.territory.shared_costs) {
      name_each(cost.members);
    }
    for (const SharedProject& project : one.territory.projects) {
      name_each(project.members);
      if (project.bearer) {
        name(*project.bearer);
      }
    }
    for (const Associate& associate : one.territory.assembly.associates) {
      if (associate.stakeholder) {
        name(*associate.stakeholder);
      }
    }
  }

  template <class Offer>
  static Key key_of(const Territory& territory, const Offer& offer) {
    return {territory.stakeholders[offer.stakeholder.position()].id,
            territory.families[offer.family.position()].unit};
  }

  void add(const Cooperation& one) {
    const Territory& territory = one.territory;
    for (const Need& need : territory.needs) {
      gets_[key_of(territory, need)].stated += in_units(territory, need.family, need.quantity);
    }
    for (const Contribution& offer : territory.contributions) {
      gives_[key_of(territory, offer)].stated += in_units(territory, offer.family, offer.quantity);
    }
    if (!one.plan) {
      return;
    }
    for (const PlanTransfer& line : one.plan->transfers) {
      auto const need = find_need(territory, line.need);
      auto const offer = find_contribution(territory, line.contribution);
      if (!need || !offer) {
        expect(one.folder, fmt::format("{} → {}", line.contribution, line.need), "—");
        continue;
      }
      gets_[key_of(territory, territory.needs[need->position()])].moved += line.quantity;
      gives_[key_of(territory, territory.contributions[offer->position()])].moved += line.quantity;
    }
  }

  void check_stakeholders() {
    std::map<std::string, const TakingPart*> rows;
    for (const TakingPart& part : told_.stakeholders) {
      if (!rows.empty() && rows.rbegin()->first >= part.stakeholder) {
        expect("stakeholders", part.stakeholder, fmt::format("> {}", rows.rbegin()->first));
      }
      rows[part.stakeholder] = &part;
    }
    expect_count("stakeholders", told_.stakeholders.size(), whole_.stakeholders.size());
    for (const Stakeholder& stakeholder : whole_.stakeholders) {
      auto const row = rows.find(stakeholder.id);
      expect("stakeholders", row == rows.end() ? "" : stakeholder.id, stakeholder.id);
      if (!wrong_) {
        check_part(*row->second);
      }
    }
  }

  void check_part(const TakingPart& told) {
    std::string listed;
    for (const std::string& folder : told.cooperations) {
      listed.append(folder).append(" ");
    }
    std::string due;
    for (const std::string& folder : named_[told.stakeholder]) {
      due.append(folder).append(" ");
    }
    expect(told.stakeholder + ": cooperations", listed, due);
    check_units(told.stakeholder + ": gets", told.gets, gets_, told.stakeholder);
    check_units(told.stakeholder + ": gives", told.gives, gives_, told.stakeholder);
  }

  // Unit by unit, in their order.
  void check_units(const std::string& of, const std::vector<UnitSummary>& told,
                   const std::map<Key, Sums>& all, const std::string& stakeholder) {
    std::string units;
    for (const UnitSummary& sum : told) {
      units.append(sum.unit).append(" ");
    }
    std::string due;
    auto const first = all.lower_bound({stakeholder, ""});
    auto last = first;
    for (; last != all.end() && last->first.first == stakeholder; ++last) {
      due.append(last->first.second).append(" ");
    }
    expect(of, units, due);
    auto each = first;
    for (std::size_t u = 0; !wrong_ && u < told.size(); ++u, ++each) {
      const Sums& sums = each->second;
      expect(fmt::format("{} ({})", of, told[u].unit), spelled(told[u].served, told[u].needed),
             spelled(sums.moved, sums.stated));
    }
  }

  static std::string spelled(Millionths moved, Millionths stated) {
    return fmt::format("{} / {}", millionths_text(moved), millionths_text(stated));
  }

  const Territory& whole_;
  const std::vector<Cooperation>& all_;
  const std::vector<std::optional<PlannedFigures>>& planned_;
  const AcrossReport& told_;
  std::map<std::string, std::set<std::string>> named_;
  std::map<Key, Sums> gets_;
  std::map<Key, Sums> gives_;
  std::optional<Wrong> wrong_;
};

}  // namespace

Verdict check_across(const Territory& whole, const std::vector<Cooperation>& all,
                     const std::vector<std::optional<PlannedFigures>>& planned,
                     const AcrossReport& told) {
  Verdict verdict;
  if (auto wrong = AcrossCheck(whole, all, planned, told).run()) {
    verdict.holds = false;
    verdict.wrong = *std::move(wrong);
  }
  return verdict;
}

}  // namespace bocage::check
