#include <boost/json.hpp>

#include "exchange/codes.h"
#include "exchange/wording/cycle_words.h"
#include "http/view/view.h"
#include "service/line_words.h"
#include "service/possible.h"
#include "service/round_text.h"

namespace bocage::http {

using exchange::code_of;
using exchange::in_words;
namespace json = boost::json;

namespace {

json::object position_view(const service::Meeting& meeting,
                           const territory::StatedPosition& position, const Reader& reader) {
  return {{"stakeholder", position.stakeholder},
          {"name", service::name_of(meeting, position.stakeholder, reader.language)},
          {"contribution", position.line.contribution},
          {"need", position.line.need},
          {"answer", code_of(position.answer)},
          {"answer_text", in_words(position.answer, reader.language)},
          {"kind_text", position.kind ? in_words(*position.kind, reader.language) : ""},
          {"argument", position.argument},
          {"change_text", exchange::change_in_words(position, reader.language)},
          {"vote", position.vote},
          {"said_by", position.saying.said_by},
          {"how", code_of(position.saying.how)},
          {"how_text", in_words(position.saying.how, reader.language)},
          {"at", base::format_moment(position.saying.at)},
          {"noted_by", position.saying.noted_by}};
}

json::array own_lines(const service::Meeting& meeting, const std::string& stakeholder,
                      const Reader& reader) {
  json::array list;
  for (const agree::Line& line : meeting.matter.plans.back()) {
    if (!agree::is_side_of(line, stakeholder)) {
      continue;
    }
    bool const receives = line.receiver == stakeholder;
    const std::string& partner = receives ? line.giver : line.receiver;
    list.push_back(json::object{
        {"contribution", line.name.contribution},
        {"need", line.name.need},
        {"receives", receives},
        {"partner", partner},
        {"partner_name",
         partner.empty() ? std::string() : service::name_of(meeting, partner, reader.language)},
        {"resource", service::resource_words(meeting, line.name, reader.language)},
        {"quantity", service::quantity_words(meeting, line.name, line.quantity, reader.language)}});
  }
  return list;
}

json::array standings_view(const service::Meeting& meeting, const Reader& reader) {
  json::array list;
  for (const agree::StandingPosition& standing : agree::standings(meeting.matter, reader.now)) {
    json::array answers;
    for (const territory::StatedPosition* const answer : standing.answers) {
      answers.push_back(position_view(meeting, *answer, reader));
    }
    list.push_back(
        json::object{{"stakeholder", standing.stakeholder},
                     {"name", service::name_of(meeting, standing.stakeholder, reader.language)},
                     {"standing", code_of(standing.standing)},
                     {"standing_text", in_words(standing.standing, reader.language)},
                     {"answers", std::move(answers)},
                     {"lines", own_lines(meeting, standing.stakeholder, reader)}});
  }
  return list;
}

json::array objections_view(const service::Meeting& meeting, const Reader& reader) {
  json::array list;
  for (const territory::StatedPosition* const objection :
       agree::open_objections(meeting.matter, reader.now)) {
    list.push_back(position_view(meeting, *objection, reader));
  }
  return list;
}

}  // namespace

json::object round_view(const service::Meeting& meeting, const Reader& reader) {
  agree::CyclePosition const position = agree::position_of(meeting.matter.steps);
  json::array possible;
  for (territory::StepKind const step : service::possible_steps(meeting, reader.now)) {
    possible.push_back(
        json::object{{"step", code_of(step)}, {"text", in_words(step, reader.language)}});
  }
  json::array agreement;
  for (const std::string& line :
       exchange::agreement_in_words(meeting.matter.agreement, reader.language)) {
    agreement.push_back(json::string(line));
  }
  agree::VoteCount const votes = agree::count_votes(meeting.matter);
  return {{"cycle", meeting.matter.cycle},
          {"state", code_of(position.state)},
          {"state_text", in_words(position.state, reader.language)},
          {"rounds", position.rounds},
          {"round_limit", meeting.matter.agreement.rounds},
          {"plan", agree::last_plan(meeting.matter)},
          {"asked_plan", position.asked_plan},
          {"tables_changed", service::circumstances_of(meeting, reader.now).tables_changed},
          {"facilitator", meeting.matter.agreement.facilitator},
          {"default_answer", code_of(meeting.matter.agreement.default_answer)},
          {"possible", std::move(possible)},
          {"standings", standings_view(meeting, reader)},
          {"objections", objections_view(meeting, reader)},
          {"votes", json::object{{"for", votes.for_it},
                                 {"against", votes.against},
                                 {"aside", votes.aside},
                                 {"stakeholders", votes.stakeholders},
                                 {"carried", votes.carried}}},
          {"agreement", std::move(agreement)}};
}

json::array changes_view(const service::Meeting& meeting,
                         const std::vector<agree::LineChange>& changes, const Reader& reader) {
  json::array list;
  for (const agree::StakeholderChange& change : agree::by_stakeholder(changes)) {
    json::array lines;
    for (const agree::LineChange& line : change.lines) {
      lines.push_back(json::object{
          {"contribution", line.name.contribution},
          {"need", line.name.need},
          {"text", service::change_words(meeting, line, change.stakeholder, reader.language)},
          {"from", service::quantity_words(meeting, line.name, line.from, reader.language)},
          {"to", service::quantity_words(meeting, line.name, line.to, reader.language)},
          {"less", line.to < line.from},
          {"told_only", line.told_only}});
    }
    list.push_back(
        json::object{{"stakeholder", change.stakeholder},
                     {"name", service::name_of(meeting, change.stakeholder, reader.language)},
                     {"lines", std::move(lines)}});
  }
  return list;
}

json::object answer_view(const service::Meeting& meeting, const service::AnswerPlan& answer,
                         const Reader& reader) {
  return {{"answer", code_of(answer.answer)},
          {"text", service::answer_heading(answer, reader.language)},
          {"served", answer.plan.plan.summary.served},
          {"needs", answer.plan.plan.summary.needs},
          {"changes", changes_view(meeting, answer.changes, reader)}};
}

json::object follow_view(const service::Meeting& meeting, const Reader& reader) {
  json::array list;
  for (const agree::Followed& each : service::followed(meeting)) {
    const territory::Commitment& commitment = each.commitment;
    auto const day = agree::expected_on(each);
    list.push_back(json::object{
        {"contribution", commitment.line.contribution},
        {"need", commitment.line.need},
        {"text", service::commitment_words(meeting, commitment, reader.language)},
        {"quantity",
         service::quantity_words(meeting, commitment.line, commitment.quantity, reader.language)},
        {"due", day ? base::format_day(*day) : std::string()},
        {"state", code_of(each.state)},
        {"state_text", service::state_words(each, reader.language)},
        {"giver", each.giver != nullptr ? in_words(each.giver->outcome, reader.language) : ""},
        {"receiver",
         each.receiver != nullptr ? in_words(each.receiver->outcome, reader.language) : ""},
        {"received",
         service::quantity_words(meeting, commitment.line, each.received, reader.language)},
        {"short", agree::is_short(each)}});
  }
  return {{"commitments", std::move(list)},
          {"failed", service::circumstances_of(meeting, reader.now).something_failed}};
}

}  // namespace bocage::http
