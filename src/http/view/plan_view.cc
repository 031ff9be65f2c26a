#include <boost/json.hpp>
#include <map>

#include "exchange/codes.h"
#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/program_words.h"
#include "exchange/wording/reasons.h"
#include "exchange/wording/shortage.h"
#include "http/view/view.h"
#include "service/line_words.h"
#include "territory/find.h"

namespace bocage::http {

namespace json = boost::json;

double plain_number(territory::Millionths value) {
  constexpr double kOne = 1e6;
  return static_cast<double>(value.count()) / kOne;
}

namespace {

json::value block_of(const std::optional<int>& block) {
  return block ? json::value(*block) : json::value(nullptr);
}

json::object line_view(const service::Meeting& meeting, const territory::PlanTransfer& transfer,
                       const Reader& reader) {
  const territory::Territory& all = meeting.territory();
  territory::LineName const name{transfer.contribution, transfer.need};
  std::string giver;
  std::string receiver;
  if (auto const place = territory::find_contribution(all, transfer.contribution)) {
    giver = all.stakeholders[all.contributions[place->position()].stakeholder.position()].id;
  }
  if (auto const place = territory::find_need(all, transfer.need)) {
    receiver = all.stakeholders[all.needs[place->position()].stakeholder.position()].id;
  }
  return {{"contribution", transfer.contribution},
          {"need", transfer.need},
          {"giver", giver},
          {"giver_name", service::name_of(meeting, giver, reader.language)},
          {"receiver", receiver},
          {"receiver_name", service::name_of(meeting, receiver, reader.language)},
          {"resource", service::resource_words(meeting, name, reader.language)},
          {"amount", plain_number(transfer.quantity)},
          {"quantity", service::quantity_words(meeting, name, transfer.quantity, reader.language)},
          {"distance", transfer.distance.count() > 0
                           ? exchange::distance_of_line(all, transfer, reader.language)
                           : std::string()}};
}

json::object need_view(const service::Meeting& meeting, const territory::Plan& plan,
                       const territory::PlanNeed& need, const Reader& reader) {
  const territory::Territory& all = meeting.territory();
  auto const place = territory::find_need(all, need.id);
  territory::LineName const name{"", need.id};
  json::object view{
      {"id", need.id},
      {"fill", plain_number(need.fill)},
      {"percent", exchange::percent_in_words(need.fill, reader.language)},
      {"served", service::quantity_words(meeting, name, need.served, reader.language)},
      {"reason", exchange::code_of(need.reason)},
      {"why", exchange::reason_sentence(all, plan, need, reader.language)},
      {"block", block_of(need.block)}};
  if (place) {
    const territory::Need& row = all.needs[place->position()];
    std::string const& owner = all.stakeholders[row.stakeholder.position()].id;
    territory::Millionths const asked = territory::in_units(all, row.family, row.quantity);
    view["stakeholder"] = owner;
    view["name"] = service::name_of(meeting, owner, reader.language);
    view["resource"] = service::resource_words(meeting, name, reader.language);
    view["asked"] = service::quantity_words(meeting, name, asked, reader.language);
    view["amount"] = plain_number(asked);
    view["is_taken"] = row.activity.has_value();
    view["unit"] = all.families[row.family.position()].unit;
  }
  return view;
}

json::object contribution_view(const service::Meeting& meeting,
                               const territory::PlanContribution& contribution,
                               const Reader& reader) {
  const territory::Territory& all = meeting.territory();
  json::object view{{"id", contribution.id}, {"block", block_of(contribution.block)}};
  if (auto const place = territory::find_contribution(all, contribution.id)) {
    const territory::Contribution& row = all.contributions[place->position()];
    const std::string& unit = all.families[row.family.position()].unit;
    const std::string& owner = all.stakeholders[row.stakeholder.position()].id;
    auto const words = [&](territory::Millionths quantity) {
      return exchange::quantity_in_words(quantity, unit, reader.language);
    };
    view["stakeholder"] = owner;
    view["name"] = service::name_of(meeting, owner, reader.language);
    view["resource"] = exchange::resource_names(all, row.resources, reader.language);
    view["given"] = words(contribution.given);
    view["left"] = words(contribution.left);
    view["amount"] = plain_number(contribution.given + contribution.left);
    view["is_made"] = row.activity.has_value();
    view["unit"] = unit;
  }
  return view;
}

}  // namespace

json::array blocks_view(const service::Meeting& meeting, const territory::Plan& plan,
                        const Reader& reader) {
  const territory::Territory& all = meeting.territory();
  std::map<int, json::array> members;
  std::map<int, const territory::Need*> first;
  for (const territory::PlanNeed& need : plan.needs) {
    auto const place = territory::find_need(all, need.id);
    if (need.block && place) {
      members[*need.block].push_back(json::string(need.id));
      first.emplace(*need.block, &all.needs[place->position()]);
    }
  }
  json::array list;
  for (const territory::PlanBlock& block : plan.blocks) {
    bool const is_short = !block.level.is_infinite();
    auto const need = first.find(block.id);
    std::string sentence;
    if (is_short && need != first.end()) {
      sentence = exchange::shortage_sentence(
          all, plan, block, exchange::resource_names(all, need->second->resources, reader.language),
          all.families[need->second->family.position()].unit, reader.language);
    }
    list.push_back(json::object{{"id", block.id},
                                {"short", is_short},
                                {"sentence", sentence},
                                {"needs", std::move(members[block.id])}});
  }
  return list;
}

json::object plan_view(const service::Meeting& meeting, const territory::Plan& plan, int number,
                       const Reader& reader) {
  json::array lines;
  for (const territory::PlanTransfer& transfer : plan.transfers) {
    lines.push_back(line_view(meeting, transfer, reader));
  }
  json::array needs;
  for (const territory::PlanNeed& need : plan.needs) {
    needs.push_back(need_view(meeting, plan, need, reader));
  }
  json::array contributions;
  for (const territory::PlanContribution& contribution : plan.contributions) {
    contributions.push_back(contribution_view(meeting, contribution, reader));
  }
  return {{"number", number},
          {"current", plan.input_sha256 == meeting.input_sha256},
          {"needs_count", plan.summary.needs},
          {"served", plan.summary.served},
          {"set_aside", plan.summary.set_aside},
          {"lowest_fill", plan.summary.lowest_fill ? exchange::percent_in_words(
                                                         *plan.summary.lowest_fill, reader.language)
                                                   : std::string()},
          {"lines", std::move(lines)},
          {"needs", std::move(needs)},
          {"contributions", std::move(contributions)},
          {"blocks", blocks_view(meeting, plan, reader)},
          {"together", json::parse(exchange::tables_as_json(exchange::program_tables(
                                       meeting.territory(), plan, reader.language)))
                           .at("tables")}};
}

}  // namespace bocage::http
