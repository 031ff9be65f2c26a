#include <boost/json.hpp>

#include "base/decimal.h"
#include "exchange/codes.h"
#include "exchange/proceedings/agreement.h"
#include "http/endpoints/endpoints.h"
#include "http/endpoints/load.h"
#include "service/acts.h"
#include "service/calendars.h"
#include "service/resolve.h"

namespace bocage::http {

namespace json = boost::json;
using exchange::value_of;

namespace {

// The codes of a body as values; an unknown one is named with those expected.
class Codes {
 public:
  explicit Codes(const json::object& body) : body_(body) {}

  template <class Value>
  std::optional<Value> code(const char* name) {
    std::string const text = member(body_, name);
    auto const value = value_of<Value>(text);
    if (!value && !text.empty()) {
      wrong_ = std::string(name) + ": found \"" + text + "\", expected one of " +
               exchange::all_codes<Value>() + ".";
    }
    return value;
  }
  template <class Value>
  Value required(const char* name, Value otherwise) {
    auto const value = code<Value>(name);
    if (!value && wrong_.empty()) {
      wrong_ = std::string(name) + ": expected one of " + exchange::all_codes<Value>() + ".";
    }
    return value.value_or(otherwise);
  }
  [[nodiscard]] std::string text(const char* name) const { return member(body_, name); }
  [[nodiscard]] const std::string& wrong() const { return wrong_; }

 private:
  const json::object& body_;
  std::string wrong_;
};

base::Moment at(const Codes& codes, const Reader& reader) {
  return base::parse_moment(codes.text("at")).value_or(reader.now);
}

std::string noted_by(const Codes& codes, const service::Meeting& meeting) {
  std::string const name = codes.text("noted_by");
  return name.empty() ? meeting.matter.agreement.facilitator : name;
}

territory::Saying saying(Codes& codes, const service::Meeting& meeting, const Reader& reader) {
  return {codes.text("said_by"), codes.code<territory::How>("how").value_or(territory::How::kRoom),
          at(codes, reader), noted_by(codes, meeting)};
}

// One act on the folder, told to everybody who listens.
template <class Act>
Response act_on(const std::string& folder, const Request& request,
                const std::function<void()>& changed, const Act& act) {
  auto const body = body_object(request);
  if (!body) {
    return body.failure();
  }
  Codes codes(*body);
  Reader reader = reader_of(request, territory::Language::kEnglish);
  service::Outcome const outcome =
      service::change_folder(folder, [&](const service::Meeting& meeting) -> service::Outcome {
        reader = reader_of(request, meeting.language());
        return act(meeting, codes, reader);
      });
  if (!codes.wrong().empty()) {
    return refused(400, codes.wrong());
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
  return act_on(
      folder, request, changed,
      [&](const service::Meeting& meeting, Codes& codes, const Reader& reader) -> service::Outcome {
        territory::Step step;
        step.kind = codes.required("step", territory::StepKind::kOpen);
        step.cycle = codes.text("cycle");
        step.answer = codes.code<territory::Answer>("answer");
        step.how = codes.code<territory::How>("how");
        step.stakeholder = codes.text("stakeholder");
        step.note = codes.text("note");
        step.at = at(codes, reader);
        step.noted_by = noted_by(codes, meeting);
        return codes.wrong().empty() ? service::take_step(meeting, step, board.planner())
                                     : service::Outcome(service::Trouble{});
      });
}

Response NotePosition::operator()(const Request& request) const {
  return act_on(
      folder, request, changed,
      [&](const service::Meeting& meeting, Codes& codes, const Reader& reader) -> service::Outcome {
        territory::StatedPosition position;
        position.decision = codes.text("decision");
        position.stakeholder = codes.text("stakeholder");
        position.line = {codes.text("contribution"), codes.text("need")};
        position.answer = codes.required("answer", territory::PositionAnswer::kYes);
        position.kind = codes.code<territory::ObjectionKind>("kind");
        position.argument = codes.text("argument");
        position.change = codes.code<territory::Narrowing>("change");
        position.value = codes.text("value");
        position.saying = saying(codes, meeting, reader);
        if (!codes.wrong().empty()) {
          return service::Trouble{};
        }
        return position.decision.empty() ? service::note_position(meeting, position)
                                         : service::note_decision_answer(meeting, position);
      });
}

Response ShowFollow::operator()(const Request& request) const {
  auto const loaded = load(folder, request);
  return loaded ? json_answer(follow_view(loaded->meeting, loaded->reader)) : loaded.failure();
}

Response NoteDelivery::operator()(const Request& request) const {
  return act_on(
      folder, request, changed,
      [&](const service::Meeting& meeting, Codes& codes, const Reader& reader) -> service::Outcome {
        constexpr int kUnitDecimals = 6;
        territory::Delivery delivery;
        delivery.line = {codes.text("contribution"), codes.text("need")};
        delivery.side = codes.required("side", territory::Side::kReceiver);
        delivery.outcome = codes.required("outcome", territory::Outcome::kDone);
        delivery.until = base::parse_day(codes.text("until"));
        delivery.note = codes.text("note");
        delivery.saying = saying(codes, meeting, reader);
        auto const quantity = base::parse_decimal(codes.text("quantity"), kUnitDecimals);
        delivery.quantity = service::delivered(
            meeting, delivery,
            quantity ? std::optional(territory::Millionths(*quantity)) : std::nullopt);
        return codes.wrong().empty() ? service::note_delivery(meeting, delivery)
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
  return act_on(
      folder, request, changed,
      [&](const service::Meeting& meeting, Codes& codes, const Reader& reader) -> service::Outcome {
        territory::DecisionStep step;
        step.decision = codes.text("decision");
        step.kind = codes.required("step", territory::DecisionStepKind::kRaise);
        step.about = codes.code<territory::DecisionKind>("about");
        step.setting = codes.text("setting");
        step.value = codes.text("value");
        step.stakeholder = codes.text("stakeholder");
        step.note = codes.text("note");
        step.at = at(codes, reader);
        step.noted_by = noted_by(codes, meeting);
        return codes.wrong().empty() ? service::take_decision_step(meeting, step)
                                     : service::Outcome(service::Trouble{});
      });
}

Response SetAgreement::operator()(const Request& request) const {
  return act_on(
      folder, request, changed,
      [&](const service::Meeting& meeting, Codes& codes,
          const Reader& /*reader*/) -> service::Outcome {
        territory::Agreement agreement = meeting.matter.agreement;
        agreement.facilitator = codes.text("facilitator");
        agreement.default_answer =
            codes.code<territory::Answer>("default_answer").value_or(agreement.default_answer);
        return service::set_agreement(meeting, agreement);
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
