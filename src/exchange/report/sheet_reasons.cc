#include <algorithm>

#include "exchange/map/map.h"
#include "exchange/report/sections.h"
#include "exchange/report/sheet.h"
#include "exchange/wording/numbers.h"
#include "territory/find.h"

namespace bocage::exchange {

using territory::ContributionIndex;
using territory::Millionths;
using territory::NeedIndex;
using territory::StakeholderIndex;

namespace {

// More names than this are a number: a sheet is about its owner.
constexpr std::size_t kMostNames = 2;

std::string received(const ReportFacts& facts, NeedIndex need) {
  territory::FamilyIndex const family = facts.need(need).family;
  std::string const asked = facts.amount(family, facts.asked(need));
  if (facts.is_met(need)) {
    return facts.say(Word::kNeedMet, {facts.what(need), asked});
  }
  if (facts.served(need).count() <= 0) {
    return facts.say(Word::kNeedNothing, {facts.what(need), asked});
  }
  return facts.say(Word::kNeedLine, {facts.what(need), facts.amount(family, facts.served(need)),
                                     asked, facts.share(need)});
}

std::string used(const ReportFacts& facts, ContributionIndex index) {
  const territory::Contribution& contribution = facts.contribution(index);
  const territory::PlanContribution* row = facts.given[index.position()];
  Millionths const offered =
      territory::in_units(facts.territory, contribution.family, contribution.quantity);
  Millionths const given = row == nullptr ? Millionths(0) : row->given;
  std::string const all = facts.amount(contribution.family, offered);
  if (given.count() <= 0) {
    return facts.say(Word::kGiveNobody, {facts.what(index), all});
  }
  if (row->left.count() <= 0) {
    return facts.say(Word::kGiveAll, {facts.what(index), all});
  }
  return facts.say(Word::kGiveLine, {facts.what(index), facts.amount(contribution.family, given),
                                     all, facts.amount(contribution.family, row->left)});
}

// What the owner of a contribution could do; empty where nothing is known.
std::string use_of_more(const ReportFacts& facts, ContributionIndex index) {
  const territory::PlanContribution* row = facts.given[index.position()];
  const territory::ContributionExplanation* explained =
      facts.explained_contribution[index.position()];
  if (row == nullptr) {
    return {};
  }
  if (row->left.count() > 0) {
    bool const nobody = explained != nullptr && explained->needs_within_reach == 0;
    return facts.say(nobody ? Word::kNoNeedMatches : Word::kNewNeedWouldUse, {facts.what(index)});
  }
  auto const sharing =
      row->block ? facts.needs_in_block.find(*row->block) : facts.needs_in_block.end();
  bool const short_still = sharing != facts.needs_in_block.end() &&
                           std::any_of(sharing->second.begin(), sharing->second.end(),
                                       [&](NeedIndex need) { return !facts.is_met(need); });
  return short_still ? facts.say(Word::kMoreIsWelcome, {facts.what(index)}) : std::string();
}

Millionths part_of(Millionths part, Millionths whole) {
  std::int64_t const divisor = std::max<std::int64_t>(1, whole.count());
  return Millionths(static_cast<std::int64_t>(base::Int128{part.count()} * 1'000'000 / divisor));
}

std::string then_gets(const ReportFacts& facts, const Change& change) {
  std::string const then = facts.amount(facts.need(change.need).family, change.unlock->served);
  switch (change.unlock->goal) {
    case territory::UnlockGoal::kFull:
      return facts.say(Word::kThenAll, {then});
    case territory::UnlockGoal::kMinimum:
      return facts.say(Word::kThenMinimum, {then});
    case territory::UnlockGoal::kNextLevel:
      break;
  }
  Millionths const share = part_of(change.unlock->served, facts.asked(change.need));
  return facts.say(Word::kThenPart, {then, percent_in_words(share, facts.language)});
}

// The owners of the needs that would get more, or less; the owner of the need itself left out.
std::vector<StakeholderIndex> others_among(const ReportFacts& facts, NeedIndex need,
                                           const std::vector<territory::Change>& changes) {
  StakeholderIndex const own = facts.need(need).stakeholder;
  std::vector<StakeholderIndex> others;
  for (const territory::Change& change : changes) {
    auto const other = territory::find_need(facts.territory, change.need);
    if (!other) {
      continue;
    }
    StakeholderIndex const owner = facts.need(*other).stakeholder;
    if (owner != own && std::find(others.begin(), others.end(), owner) == others.end()) {
      others.push_back(owner);
    }
  }
  return others;
}

std::string names_of(const ReportFacts& facts, const std::vector<StakeholderIndex>& others) {
  if (others.size() > kMostNames) {
    return facts.say(Word::kOthers, {std::to_string(others.size())});
  }
  std::vector<std::string> names;
  names.reserve(others.size());
  for (StakeholderIndex const other : others) {
    names.push_back(facts.name(other));
  }
  return enumeration(names, facts.language);
}

std::string others_of(const ReportFacts& facts, const Change& change) {
  auto const rising = others_among(facts, change.need, change.unlock->others);
  auto const losing = others_among(facts, change.need, change.unlock->losers);
  std::string said = rising.empty() ? facts.say(Word::kNobodyElse) : names_of(facts, rising);
  if (!losing.empty()) {
    said += ". " + facts.say(losing.size() == 1 ? Word::kOtherLoses : Word::kOthersLose,
                             {names_of(facts, losing)});
  }
  return said;
}

void write_change_table(Html& page, const ReportFacts& facts, const std::vector<Change>& changes) {
  page.element("p", facts.say(Word::kIfMore), "class=\"before-list\"");
  page.open("table", "class=\"changes\"");
  write_head(page, {{facts.say(Word::kWhat)},
                    {facts.say(Word::kHowMuchMore), true},
                    {facts.say(Word::kYouWouldGet), true},
                    {facts.say(Word::kMoreToo)}});
  page.open("tbody");
  for (const Change& change : changes) {
    page.open("tr");
    page.element("th", facts.what(change.need), "scope=\"row\"");
    write_labelled(page, facts.say(Word::kHowMuchMore),
                   facts.amount(facts.need(change.need).family, change.unlock->extra));
    write_labelled(page, facts.say(Word::kYouWouldGet), then_gets(facts, change));
    write_labelled_text(page, facts.say(Word::kMoreToo), others_of(facts, change));
    page.close();
  }
  page.close();
  page.close();
}

}  // namespace

std::vector<Change> changes_of(const ReportFacts& facts, const StakeholderSheet& sheet) {
  std::vector<Change> changes;
  for (NeedIndex const need : sheet.needs) {
    const territory::NeedExplanation* explained = facts.explained[need.position()];
    if (explained == nullptr || facts.is_met(need)) {
      continue;
    }
    for (const territory::Unlock& unlock : explained->unlocks) {
      // A share may rise by less than a whole step, and then nothing is gained by it.
      if (unlock.served > facts.served(need)) {
        changes.push_back({need, &unlock});
      }
    }
  }
  return changes;
}

void write_why(Html& page, const ReportFacts& facts, const StakeholderSheet& sheet) {
  page.element("h4", facts.say(Word::kWhy));
  if (sheet.needs.empty() && sheet.contributions.empty()) {
    page.element("p", facts.say(Word::kNothingPooled), "class=\"quiet\"");
    return;
  }
  page.open("ul", "class=\"why-list\"");
  for (NeedIndex const need : sheet.needs) {
    page.open("li");
    page.raw(small_disc(facts.fill(need)));
    page.open("span");
    page.element("strong", received(facts, need));
    std::string const why = facts.why_to_owner(need);
    if (!why.empty()) {
      page.text(" " + why);
    }
    page.close();
    page.close();
  }
  for (ContributionIndex const contribution : sheet.contributions) {
    page.open("li");
    page.raw(legend_symbol(LegendSymbol::kContribution));
    page.element("span", used(facts, contribution));
    page.close();
  }
  page.close();
}

void write_changes(Html& page, const ReportFacts& facts, const StakeholderSheet& sheet) {
  std::vector<Change> const changes = changes_of(facts, sheet);
  std::vector<std::string> sentences;
  for (NeedIndex const need : sheet.needs) {
    bool const told = std::any_of(changes.begin(), changes.end(),
                                  [&](const Change& change) { return change.need == need; });
    if (!facts.is_met(need) && !told) {
      sentences.push_back(facts.say(Word::kNothingFound, {facts.what(need)}));
    }
  }
  if (!sheet.needs.empty() && changes.empty() && sentences.empty()) {
    sentences.push_back(facts.say(Word::kAllMet));
  }
  for (ContributionIndex const contribution : sheet.contributions) {
    std::string sentence = use_of_more(facts, contribution);
    if (!sentence.empty()) {
      sentences.push_back(std::move(sentence));
    }
  }
  if (changes.empty() && sentences.empty()) {
    return;
  }
  page.element("h4", facts.say(Word::kWhatWouldChange));
  if (!changes.empty()) {
    write_change_table(page, facts, changes);
  }
  for (const std::string& sentence : sentences) {
    page.element("p", sentence);
  }
}

}  // namespace bocage::exchange
