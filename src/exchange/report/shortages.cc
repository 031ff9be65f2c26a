#include <algorithm>

#include "exchange/report/sections.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/shortage.h"
#include "territory/find.h"

namespace bocage::exchange {

using territory::Millionths;
using territory::NeedIndex;
using territory::Reason;

namespace {

constexpr std::size_t kMostNames = 6;

Reason reason_of(const ReportFacts& facts, NeedIndex need) {
  const territory::PlanNeed* row = facts.planned[need.position()];
  return row == nullptr ? Reason::kMet : row->reason;
}

std::vector<NeedIndex> needs_with(const ReportFacts& facts, const std::vector<NeedIndex>& among,
                                  Reason reason) {
  std::vector<NeedIndex> chosen;
  std::copy_if(among.begin(), among.end(), std::back_inserter(chosen),
               [&](NeedIndex need) { return reason_of(facts, need) == reason; });
  return chosen;
}

void write_who(Html& page, const ReportFacts& facts, NeedIndex need) {
  page.open("th", "scope=\"row\"");
  page.element("a", facts.owner(need),
               "href=\"#" + sheet_anchor(facts.need(need).stakeholder) + "\"");
  page.close();
}

void write_members(Html& page, const ReportFacts& facts, const std::vector<NeedIndex>& members) {
  bool const one_resource = std::all_of(members.begin(), members.end(), [&](NeedIndex need) {
    return facts.need(need).resources == facts.need(members.front()).resources;
  });
  std::vector<HtmlColumn> columns{{facts.say(Word::kWho)}};
  if (!one_resource) {
    columns.push_back({facts.say(Word::kWhat)});
  }
  columns.push_back({facts.say(Word::kNeeded), true});
  columns.push_back({facts.say(Word::kGets), true});
  columns.push_back({facts.say(Word::kShare), true});
  page.open("table", "class=\"reasons\"");
  write_head(page, columns);
  page.open("tbody");
  for (NeedIndex const need : members) {
    page.open("tr");
    write_who(page, facts, need);
    if (!one_resource) {
      page.element("td", facts.what(need));
    }
    write_labelled(page, facts.say(Word::kNeeded),
                   facts.amount(facts.need(need).family, facts.asked(need)));
    write_labelled(page, facts.say(Word::kGets),
                   facts.amount(facts.need(need).family, facts.served(need)));
    write_share(page, facts, need);
    page.close();
  }
  page.close();
  page.close();
}

// The addition that lifts most members; among equals the smallest.
struct Help {
  NeedIndex need;
  const territory::Unlock* unlock = nullptr;
};

Help best_help(const ReportFacts& facts, const std::vector<NeedIndex>& members) {
  Help best;
  for (NeedIndex const need : members) {
    const territory::NeedExplanation* explained = facts.explained[need.position()];
    if (explained == nullptr) {
      continue;
    }
    for (const territory::Unlock& unlock : explained->unlocks) {
      bool const better =
          best.unlock == nullptr || unlock.others.size() > best.unlock->others.size() ||
          (unlock.others.size() == best.unlock->others.size() && unlock.extra < best.unlock->extra);
      if (better) {
        best = {need, &unlock};
      }
    }
  }
  return best;
}

std::string target(const ReportFacts& facts, const Help& help) {
  switch (help.unlock->goal) {
    case territory::UnlockGoal::kFull:
      return facts.say(Word::kToFull);
    case territory::UnlockGoal::kMinimum:
      return facts.say(Word::kToMinimum);
    case territory::UnlockGoal::kNextLevel:
      break;
  }
  Millionths const asked = facts.asked(help.need);
  Millionths const share(asked.count() <= 0
                             ? 0
                             : static_cast<std::int64_t>(base::Int128{help.unlock->served.count()} *
                                                         1'000'000 / asked.count()));
  return facts.say(Word::kToShare, {percent_in_words(share, facts.language)});
}

std::vector<NeedIndex> needs_of(const ReportFacts& facts,
                                const std::vector<territory::Change>& changes) {
  std::vector<NeedIndex> needs;
  for (const territory::Change& change : changes) {
    if (auto const need = territory::find_need(facts.territory, change.need)) {
      needs.push_back(*need);
    }
  }
  return needs;
}

void write_help(Html& page, const ReportFacts& facts, const std::vector<NeedIndex>& members) {
  Help const help = best_help(facts, members);
  if (help.unlock == nullptr) {
    return;
  }
  std::vector<NeedIndex> const others = needs_of(facts, help.unlock->others);
  std::vector<NeedIndex> const losers = needs_of(facts, help.unlock->losers);
  std::string const extra = facts.amount(facts.need(help.need).family, help.unlock->extra);
  std::string const& who = facts.owner(help.need);
  std::string said = others.empty()
                         ? facts.say(Word::kHelp, {extra, who, target(facts, help)})
                         : facts.say(Word::kHelpWithOthers, {extra, who, target(facts, help),
                                                             facts.owners(others, kMostNames)});
  if (!losers.empty()) {
    said += " " + facts.say(losers.size() == 1 ? Word::kOtherLoses : Word::kOthersLose,
                            {facts.owners(losers, kMostNames)});
  }
  page.element("p", said, "class=\"help\"");
}

std::string resources_of(const ReportFacts& facts, const std::vector<NeedIndex>& members) {
  std::vector<std::string> names;
  for (NeedIndex const need : members) {
    std::string const what = facts.what(need);
    if (std::find(names.begin(), names.end(), what) == names.end()) {
      names.push_back(what);
    }
  }
  return facts.listed(std::move(names), 3);
}

void write_shared(Html& page, const ReportFacts& facts, const territory::PlanBlock& block,
                  const std::vector<NeedIndex>& all, const std::vector<NeedIndex>& members) {
  const std::string& unit =
      facts.territory.families[facts.need(members.front()).family.position()].unit;
  std::string const level = level_in_words(facts.plan, block.level, unit, facts.language);
  Word const gets = facts.territory.settings.memory > 0 ? Word::kEachStands : Word::kEachGets;
  page.open("article", "class=\"shortage\"");
  page.element("h3", resources_of(facts, members));
  page.open("p", "class=\"strong\"");
  page.text(facts.say(Word::kShareOneShortage,
                      {small_number(static_cast<int>(members.size()), facts.language),
                       facts.say(gets, {level})}) +
            ".");
  page.close();
  write_members(page, facts, members);
  std::vector<NeedIndex> besides;
  std::copy_if(all.begin(), all.end(), std::back_inserter(besides), [&](NeedIndex need) {
    return std::find(members.begin(), members.end(), need) == members.end();
  });
  if (!besides.empty()) {
    page.element("p", facts.say(Word::kBelongToo, {facts.owners(besides, kMostNames)}));
  }
  auto const suppliers = facts.contributions_in_block.find(block.id);
  if (suppliers != facts.contributions_in_block.end()) {
    page.element("p", facts.say(Word::kSuppliedBy, {facts.owners(suppliers->second, kMostNames)}));
  }
  write_help(page, facts, members);
  page.close();
}

// Needs, with what each gets and why.
void write_reasons(Html& page, const ReportFacts& facts, const std::vector<NeedIndex>& needs) {
  page.open("table", "class=\"reasons\"");
  write_head(page, {{facts.say(Word::kWho)},
                    {facts.say(Word::kWhat)},
                    {facts.say(Word::kNeeded), true},
                    {facts.say(Word::kGets), true},
                    {facts.say(Word::kWhy)}});
  page.open("tbody");
  for (NeedIndex const need : needs) {
    page.open("tr");
    write_who(page, facts, need);
    page.element("td", facts.what(need));
    write_labelled(page, facts.say(Word::kNeeded),
                   facts.amount(facts.need(need).family, facts.asked(need)));
    write_labelled(page, facts.say(Word::kGets),
                   facts.amount(facts.need(need).family, facts.served(need)));
    page.element("td", facts.why(need), "class=\"why\"");
    page.close();
  }
  page.close();
  page.close();
}

bool is_impossible(Reason reason) {
  switch (reason) {
    case Reason::kNoSuchResource:
    case Reason::kNotListed:
    case Reason::kOutOfReach:
    case Reason::kNoPosition:
    case Reason::kDatesNeverMeet:
    case Reason::kBanned:
    case Reason::kOwnMeansOnly:
      return true;
    default:
      return false;
  }
}

struct Sorted {
  std::vector<NeedIndex> impossible;
  std::vector<NeedIndex> by_order;
  std::vector<NeedIndex> alone;  // short, and sharing with nobody
};

Sorted sort_unmet(const ReportFacts& facts, const std::vector<NeedIndex>& told) {
  Sorted sorted;
  for (std::size_t i = 0; i < facts.territory.needs.size(); ++i) {
    NeedIndex const need(i);
    Reason const reason = reason_of(facts, need);
    if (facts.is_met(need) || reason == Reason::kSetAside || reason == Reason::kActivity ||
        std::binary_search(told.begin(), told.end(), need)) {
      continue;
    }
    (is_impossible(reason)      ? sorted.impossible
     : reason == Reason::kOrder ? sorted.by_order
                                : sorted.alone)
        .push_back(need);
  }
  return sorted;
}

std::string sum_by_unit(const ReportFacts& facts, bool needed) {
  std::vector<std::string> parts;
  for (const territory::UnitSummary& row : facts.plan.minima->by_unit) {
    parts.push_back(quantity_in_words(needed ? row.needed : row.served, row.unit, facts.language));
  }
  return enumeration(parts, facts.language);
}

// What surely brings it back was found by planning again; what the plan itself knows would make
// room for it, but another one might come back in its stead.
std::string comes_back_with(const ReportFacts& facts, const territory::SetAside& aside,
                            NeedIndex need) {
  std::optional<Millionths> extra = aside.returns_with;
  if (const territory::NeedExplanation* explained = facts.explained[need.position()]) {
    for (const territory::Unlock& unlock : explained->unlocks) {
      extra = unlock.goal == territory::UnlockGoal::kMinimum ? unlock.extra : extra;
    }
  }
  return extra ? facts.say(Word::kReturnsWith, {facts.amount(facts.need(need).family, *extra)})
               : facts.say(Word::kReturnsUnknown);
}

void write_returning(Html& page, const ReportFacts& facts) {
  page.open("table", "class=\"reasons\"");
  write_head(page, {{facts.say(Word::kWho)},
                    {facts.say(Word::kWhat)},
                    {facts.say(Word::kNeeded), true},
                    {facts.say(Word::kMinimum), true},
                    {facts.say(Word::kWouldReturnWith), true}});
  page.open("tbody");
  for (const territory::SetAside& aside : facts.plan.minima->set_aside) {
    auto const need = territory::find_need(facts.territory, aside.need);
    if (!need) {
      continue;
    }
    territory::FamilyIndex const family = facts.need(*need).family;
    page.open("tr");
    write_who(page, facts, *need);
    page.element("td", facts.what(*need));
    write_labelled(page, facts.say(Word::kNeeded), facts.amount(family, facts.asked(*need)));
    write_labelled(page, facts.say(Word::kMinimum), facts.amount(family, aside.minimum));
    write_labelled(page, facts.say(Word::kWouldReturnWith), comes_back_with(facts, aside, *need));
    page.close();
  }
  page.close();
  page.close();
}

}  // namespace

void write_set_aside(Html& page, const ReportFacts& facts) {
  if (!facts.plan.minima) {
    return;
  }
  const territory::MinimaShortage& minima = *facts.plan.minima;
  page.open("section", "id=\"set-aside\" class=\"set-aside\"");
  page.element("h2", facts.say(Word::kSetAsideTitle));
  page.element(
      "p", facts.say(Word::kMinimaExceed, {sum_by_unit(facts, true), sum_by_unit(facts, false)}));
  std::string const kept = std::to_string(minima.kept);
  page.element("p", minima.kept >= minima.bound
                        ? facts.say(Word::kMinimaKept, {kept})
                        : facts.say(Word::kMinimaBound, {kept, std::to_string(minima.bound)}));
  if (minima.drawn) {
    page.element("p", facts.say(Word::kDrawn, {std::to_string(facts.territory.settings.lot)}));
  }
  write_returning(page, facts);
  page.close();
}

void write_shortages(Html& page, const ReportFacts& facts) {
  page.open("section", "id=\"shortages\"");
  page.element("h2", facts.say(Word::kShortTitle));
  std::vector<NeedIndex> told;
  for (const territory::PlanBlock& block : facts.plan.blocks) {
    auto const all = facts.needs_in_block.find(block.id);
    if (all == facts.needs_in_block.end()) {
      continue;
    }
    std::vector<NeedIndex> const members = needs_with(facts, all->second, Reason::kSharedShortage);
    if (members.size() >= 2) {
      write_shared(page, facts, block, all->second, members);
      told.insert(told.end(), members.begin(), members.end());
    }
  }
  std::sort(told.begin(), told.end());
  Sorted const sorted = sort_unmet(facts, told);
  if (!sorted.alone.empty()) {
    page.element("h3", facts.say(Word::kAloneTitle));
    write_reasons(page, facts, sorted.alone);
  }
  if (!sorted.by_order.empty()) {
    page.element("h3", facts.say(Word::kOrderTitle));
    page.element("p", facts.say(Word::kOrderIntroductionLess));
    write_reasons(page, facts, sorted.by_order);
  }
  if (!sorted.impossible.empty()) {
    page.element("h3", facts.say(Word::kUnservableTitle));
    page.element("p", facts.say(Word::kUnservableIntroduction));
    write_reasons(page, facts, sorted.impossible);
  }
  if (told.empty() && sorted.alone.empty() && sorted.by_order.empty() &&
      sorted.impossible.empty() && !facts.plan.minima) {
    page.element("p", facts.say(Word::kNothingShort));
  }
  page.close();
}

}  // namespace bocage::exchange
