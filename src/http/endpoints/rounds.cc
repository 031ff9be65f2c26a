#include <boost/json.hpp>

#include "base/decimal.h"
#include "exchange/proceedings/agreement.h"
#include "exchange/toml_text.h"
#include "http/endpoints/body_words.h"
#include "http/endpoints/endpoints.h"
#include "http/endpoints/load.h"
#include "service/acts.h"
#include "service/calendars.h"
#include "service/resolve.h"

namespace bocage::http {

namespace json = boost::json;

namespace {

std::string noted_by(const BodyWords& words, const service::Meeting& meeting) {
  std::string name = words.text("noted_by");
  return name.empty() ? meeting.matter.agreement.facilitator : name;
}

territory::Saying saying(BodyWords& words, const service::Meeting& meeting, const Reader& reader) {
  return {words.text("said_by"), words.code<territory::How>("how").value_or(territory::How::kRoom),
          words.moment("at", reader.now), noted_by(words, meeting)};
}

std::string toml_of(const json::value& value) {
  return value.is_string() ? exchange::toml_text(std::string(value.get_string()))
                           : json::serialize(value);
}

// One act on the folder, told to everybody who listens.
template <class Act>
Response act_on(const std::string& folder, const Request& request,
                const std::function<void()>& changed, const Act& act) {
  auto const body = body_object(request);
  if (!body) {
    return body.failure();
  }
  BodyWords words(*body);
  Reader reader = reader_of(request, territory::Language::kEnglish);
  service::Outcome const outcome =
      service::change_folder(folder, [&](const service::Meeting& meeting) -> service::Outcome {
        reader = reader_of(request, meeting.language());
        return act(meeting, words, reader);
      });
  if (!words.wrong().empty()) {
    return refused(400, words.wrong_in(reader.language));
  }
  if (!outcome) {
    return trouble_answer(outcome.failure(), folder, reader);
  }
  changed();
  return json_answer(json::object{{"carried", outcome->carried}});
}

}  // namespace

Response ShowRound::operator()(const Request& request) const {
  auto const loaded = load(folder, request);
  return loaded ? json_answer(round_view(loaded->meeting, loaded->reader)) : loaded.failure();
}

Response ShowAnswers::operator()(const Request& request) const {
  auto const loaded = load(folder, request);
  if (!loaded) {
    return loaded.failure();
  }
  const service::Meeting& meeting = loaded->meeting;
  json::object view{{"default", exchange::code_of(meeting.matter.agreement.default_answer)}};
  for (auto const answer : {territory::Answer::kKeep, territory::Answer::kShare}) {
    auto const plan = service::answer_with(meeting, board.planner(), service::cause_of(meeting),
                                           answer, loaded->reader.now);
    if (!plan) {
      return trouble_answer(plan.failure(), folder, loaded->reader);
    }
    view[exchange::code_of(answer)] = answer_view(meeting, *plan, loaded->reader);
  }
  return json_answer(view);
}

Response TakeStep::operator()(const Request& request) const {
  return act_on(folder, request, changed,
                [&](const service::Meeting& meeting, BodyWords& words,
                    const Reader& reader) -> service::Outcome {
                  territory::Step step;
                  step.kind = words.required("step", territory::StepKind::kOpen);
                  step.cycle = words.text("cycle");
                  step.answer = words.code<territory::Answer>("answer");
                  step.how = words.code<territory::How>("how");
                  step.stakeholder = words.text("stakeholder");
                  step.note = words.text("note");
                  step.at = words.moment("at", reader.now);
                  step.noted_by = noted_by(words, meeting);
                  return words.wrong().empty() ? service::take_step(meeting, step, board.planner())
                                               : service::Outcome(service::Trouble{});
                });
}

Response NotePosition::operator()(const Request& request) const {
  return act_on(folder, request, changed,
                [&](const service::Meeting& meeting, BodyWords& words,
                    const Reader& reader) -> service::Outcome {
                  territory::StatedPosition position;
                  position.decision = words.text("decision");
                  position.stakeholder = words.text("stakeholder");
                  position.line = {words.text("contribution"), words.text("need")};
                  position.answer = words.required("answer", territory::PositionAnswer::kYes);
                  position.kind = words.code<territory::ObjectionKind>("kind");
                  position.argument = words.text("argument");
                  position.change = words.code<territory::Narrowing>("change");
                  position.value = words.text("value");
                  position.saying = saying(words, meeting, reader);
                  if (!words.wrong().empty()) {
                    return service::Trouble{};
                  }
                  return position.decision.empty()
                             ? service::note_position(meeting, position)
                             : service::note_decision_answer(meeting, position);
                });
}

Response ShowFollow::operator()(const Request& request) const {
  auto const loaded = load(folder, request);
  return loaded ? json_answer(follow_view(loaded->meeting, loaded->reader)) : loaded.failure();
}

Response NoteDelivery::operator()(const Request& request) const {
  return act_on(folder, request, changed,
                [&](const service::Meeting& meeting, BodyWords& words,
                    const Reader& reader) -> service::Outcome {
                  territory::Delivery delivery;
                  delivery.line = {words.text("contribution"), words.text("need")};
                  delivery.side = words.required("side", territory::Side::kReceiver);
                  delivery.outcome = words.required("outcome", territory::Outcome::kDone);
                  delivery.until = words.day("until");
                  delivery.note = words.text("note");
                  delivery.saying = saying(words, meeting, reader);
                  delivery.quantity =
                      service::delivered(meeting, delivery, words.quantity("quantity"));
                  return words.wrong().empty() ? service::note_delivery(meeting, delivery)
                                               : service::Outcome(service::Trouble{});
                });
}

Response ShowDecisions::operator()(const Request& request) const {
  auto const loaded = load(folder, request);
  return loaded ? json_answer(
                      json::object{{"decisions", decisions_view(loaded->meeting, loaded->reader)}})
                : loaded.failure();
}

Response TakeDecisionStep::operator()(const Request& request) const {
  return act_on(folder, request, changed,
                [&](const service::Meeting& meeting, BodyWords& words,
                    const Reader& reader) -> service::Outcome {
                  territory::DecisionStep step;
                  step.decision = words.text("decision");
                  step.kind = words.required("step", territory::DecisionStepKind::kRaise);
                  step.about = words.code<territory::DecisionKind>("about");
                  step.setting = words.text("setting");
                  step.value = words.text("value");
                  step.stakeholder = words.text("stakeholder");
                  step.note = words.text("note");
                  step.at = words.moment("at", reader.now);
                  step.noted_by = noted_by(words, meeting);
                  return words.wrong().empty() ? service::take_decision_step(meeting, step)
                                               : service::Outcome(service::Trouble{});
                });
}

Response SetAgreement::operator()(const Request& request) const {
  return act_on(folder, request, changed,
                [&](const service::Meeting& meeting, BodyWords& words,
                    const Reader& /*reader*/) -> service::Outcome {
                  std::string text = exchange::agreement_text(meeting.matter.agreement);
                  for (auto const& [key, value] : words.members()) {
                    text = exchange::with_setting(text, key, toml_of(value));
                  }
                  auto const read = exchange::read_agreement(text);
                  return read.problems.list.empty()
                             ? service::set_agreement(meeting, read.agreement)
                             : service::Outcome(service::Trouble::with(read.problems));
                });
}

Response ShowCalendar::operator()(const Request& request) const {
  auto const loaded = load(folder, request);
  if (!loaded) {
    return loaded.failure();
  }
  Response response =
      text_answer(200, "text/calendar; charset=utf-8",
                  service::calendar_of(loaded->meeting, request.parameter("stakeholder"),
                                       loaded->reader.language));
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"bocage.ics\"");
  return response;
}

}  // namespace bocage::http
