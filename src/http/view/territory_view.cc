#include <boost/json.hpp>

#include "exchange/codes.h"
#include "exchange/wording/cycle_words.h"
#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"
#include "http/view/view.h"
#include "service/line_words.h"
#include "territory/find.h"

namespace bocage::http {

using exchange::say;
namespace json = boost::json;

namespace {

// Of each stakeholder, the part that its least served need gets; none without a need.
std::vector<std::optional<territory::Millionths>> lowest_fills(const service::Meeting& meeting,
                                                               const territory::Plan& plan) {
  std::vector<std::optional<territory::Millionths>> fills(meeting.territory().stakeholders.size());
  for (const territory::PlanNeed& need : plan.needs) {
    if (auto const place = territory::find_need(meeting.territory(), need.id)) {
      auto& fill = fills[meeting.territory().needs[place->position()].stakeholder.position()];
      fill = fill && *fill < need.fill ? fill : need.fill;
    }
  }
  return fills;
}

json::array stakeholders(const service::Meeting& meeting, const territory::Plan& plan,
                         const Reader& reader) {
  const territory::Territory& all = meeting.territory();
  auto const fills = lowest_fills(meeting, plan);
  std::vector<int> needs(all.stakeholders.size());
  std::vector<int> contributions(all.stakeholders.size());
  for (const territory::Need& need : all.needs) {
    ++needs[need.stakeholder.position()];
  }
  for (const territory::Contribution& contribution : all.contributions) {
    ++contributions[contribution.stakeholder.position()];
  }
  json::array list;
  for (std::size_t i = 0; i < all.stakeholders.size(); ++i) {
    const territory::Stakeholder& row = all.stakeholders[i];
    list.push_back(json::object{
        {"id", row.id},
        {"name", exchange::stakeholder_name(all, territory::StakeholderIndex(i), reader.language)},
        {"kind", row.kind},
        {"needs", needs[i]},
        {"contributions", contributions[i]},
        {"lowest_fill", fills[i] ? json::value(plain_number(*fills[i])) : json::value()},
        {"lowest", fills[i] ? exchange::percent_in_words(*fills[i], reader.language) : ""}});
  }
  return list;
}

std::string owner_name(const service::Meeting& meeting, const std::string& need,
                       const Reader& reader) {
  const territory::Territory& all = meeting.territory();
  auto const place = territory::find_need(all, need);
  return place ? exchange::stakeholder_name(all, all.needs[place->position()].stakeholder,
                                            reader.language)
               : need;
}

// Those who share a shortage, the shortest first.
json::array shortages(const service::Meeting& meeting, const territory::Plan& plan,
                      const Reader& reader) {
  json::array list;
  for (const json::value& block : blocks_view(meeting, plan, reader)) {
    if (block.at("short").as_bool()) {
      std::string sentence(block.at("sentence").as_string());
      const json::array& members = block.at("needs").as_array();
      if (members.size() == 1) {  // one alone is named; those who share are on the page of the plan
        std::string const need(members.front().as_string());
        sentence.insert(0, owner_name(meeting, need, reader) + " · ");
      }
      list.push_back(json::object{{"block", block.at("id")}, {"sentence", std::move(sentence)}});
    }
  }
  return list;
}

}  // namespace

json::array waiting_view(const service::Meeting& meeting, const Reader& reader) {
  json::array list;
  auto const add = [&](std::string text, std::string page) {
    list.push_back(json::object{{"text", std::move(text)}, {"page", std::move(page)}});
  };
  agree::CyclePosition const position = agree::position_of(meeting.matter.steps);
  if (position.state == territory::CycleState::kObjectionRound) {
    int awaited = 0;
    int objections = 0;
    for (const agree::StandingPosition& standing : agree::standings(meeting.matter, reader.now)) {
      awaited += standing.standing == territory::Standing::kAwaited ? 1 : 0;
      objections += static_cast<int>(standing.objections.size());
    }
    if (awaited > 0) {
      add(say(reader.language, "answers awaited: {0}", "réponses attendues\u00A0: {0}", awaited),
          "round");
    }
    if (objections > 0) {
      add(say(reader.language, "open objections: {0}", "objections à traiter\u00A0: {0}",
              objections),
          "round");
    }
  }
  for (const std::string& id : service::decision_ids(meeting)) {
    agree::DecisionMatter const matter = service::decision_matter(meeting, id);
    if (!agree::possible_decision_steps(matter).empty()) {
      add(exchange::in_words(agree::position_of(matter).kind, reader.language) + " (" +
              exchange::in_words(agree::position_of(matter).state, reader.language) + ")",
          "decisions");
    }
  }
  int unconfirmed = 0;
  for (const agree::Followed& each : service::followed(meeting)) {
    unconfirmed += each.state != territory::CommitmentState::kConfirmed ? 1 : 0;
  }
  if (unconfirmed > 0) {
    add(say(reader.language, "commitments to confirm: {0}", "engagements à confirmer\u00A0: {0}",
            unconfirmed),
        "follow");
  }
  return list;
}

json::object territory_view(const service::Meeting& meeting, const territory::Plan& plan,
                            const Reader& reader) {
  agree::CyclePosition const position = agree::position_of(meeting.matter.steps);
  json::array units;
  for (const territory::UnitSummary& row : plan.summary.by_unit) {
    units.push_back(json::object{
        {"unit", row.unit},
        {"needed", exchange::quantity_in_words(row.needed, row.unit, reader.language)},
        {"served", exchange::quantity_in_words(row.served, row.unit, reader.language)}});
  }
  return {{"name", meeting.territory().settings.name},
          {"cycle", meeting.matter.cycle},
          {"state", exchange::code_of(position.state)},
          {"state_text", exchange::in_words(position.state, reader.language)},
          {"needs", plan.summary.needs},
          {"contributions", static_cast<std::int64_t>(plan.contributions.size())},
          {"problems", static_cast<std::int64_t>(meeting.territory().problems.size())},
          {"served", plan.summary.served},
          {"set_aside", plan.summary.set_aside},
          {"lowest_fill", plan.summary.lowest_fill ? exchange::percent_in_words(
                                                         *plan.summary.lowest_fill, reader.language)
                                                   : std::string()},
          {"units", std::move(units)},
          {"stakeholders", stakeholders(meeting, plan, reader)},
          {"shortages", shortages(meeting, plan, reader)},
          {"agreed", static_cast<std::int64_t>(service::followed(meeting).size())},
          {"waiting", waiting_view(meeting, reader)}};
}

}  // namespace bocage::http
