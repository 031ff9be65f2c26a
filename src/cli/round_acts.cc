#include "cli/round_acts.h"

#include <ostream>

#include "base/clock.h"
#include "base/decimal.h"
#include "exchange/calendar.h"
#include "exchange/codes.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/cycle_words.h"
#include "exchange/wording/say.h"
#include "service/acts.h"
#include "service/calendars.h"
#include "service/resolve.h"
#include "service/round_text.h"

namespace bocage::cli {
namespace {

using exchange::say;
using exchange::value_of;
using service::Meeting;
using service::Outcome;
using territory::Language;

// The words of the arguments as values; the first that is none is refused with those expected.
class Words {
 public:
  explicit Words(Language language) : language_(language) {}

  template <class Value>
  std::optional<Value> word(const char* option, const std::string& text) {
    auto const value = value_of<Value>(text);
    if (!value && !text.empty() && wrong_.empty()) {
      wrong_ = exchange::not_one_of(option, text, exchange::all_codes<Value>(), language_);
    }
    return value;
  }
  base::Moment moment(const std::string& text) {
    auto const moment = text.empty() ? base::clock_of_the_room() : base::parse_moment(text);
    if (!moment && wrong_.empty()) {
      wrong_ = exchange::not_one_of("--at", text, "2026-12-03T14:05", language_);
    }
    return moment.value_or(base::Moment{});
  }
  std::optional<base::Day> day(const std::string& text) {
    auto const day = base::parse_day(text);
    if (!day && !text.empty() && wrong_.empty()) {
      wrong_ = exchange::not_one_of("--until", text, "2026-12-03", language_);
    }
    return day;
  }
  std::optional<territory::Millionths> quantity(const std::string& text) {
    constexpr int kUnitDecimals = 6;
    auto const number = base::parse_decimal(text, kUnitDecimals);
    if (!number && !text.empty() && wrong_.empty()) {
      wrong_ = exchange::not_one_of("--quantity", text, "12.5", language_);
    }
    return number ? std::optional(territory::Millionths(*number)) : std::nullopt;
  }
  [[nodiscard]] const std::string& wrong() const { return wrong_; }

 private:
  Language language_;
  std::string wrong_;
};

struct Asked {
  const RoundArguments& arguments;
  Session& session;
  Language language = Language::kEnglish;
};

int refuse(const Asked& asked, const service::Trouble& trouble) {
  if (!trouble.problems.list.empty()) {
    asked.session.report(trouble.problems);
    return kInputIsWrong;
  }
  std::string text = service::trouble_text(trouble, asked.arguments.folder, asked.language);
  text.pop_back();
  bool const by_rule = trouble.refusal.has_value();
  return asked.session.refuse(by_rule                                              ? kAnswerIsNo
                              : trouble.failure && !trouble.failure->path_is_wrong ? kProgramFailed
                                                                                   : kInputIsWrong,
                              text);
}

territory::Saying saying_of(const Asked& asked, const Meeting& meeting, Words& words) {
  const RoundArguments& arguments = asked.arguments;
  territory::Saying saying;
  saying.how = words.word<territory::How>("--how", arguments.how).value_or(territory::How::kRoom);
  saying.at = words.moment(arguments.at);
  saying.said_by = arguments.said_by;
  saying.noted_by =
      arguments.noted_by.empty() ? meeting.matter.agreement.facilitator : arguments.noted_by;
  return saying;
}

Outcome do_step(const Asked& asked, const Meeting& meeting, territory::StepKind kind,
                Words& words) {
  const RoundArguments& arguments = asked.arguments;
  territory::Step step;
  step.kind = kind;
  step.cycle = arguments.cycle;
  step.at = words.moment(arguments.at);
  step.noted_by =
      arguments.noted_by.empty() ? meeting.matter.agreement.facilitator : arguments.noted_by;
  step.note = arguments.note;
  step.stakeholder = service::stakeholder_id(meeting, arguments.stakeholder);
  step.how = words.word<territory::How>("--how", arguments.how);
  if (arguments.keep || arguments.share) {
    step.answer = arguments.keep ? territory::Answer::kKeep : territory::Answer::kShare;
  }
  return words.wrong().empty() ? service::take_step(meeting, step, service::plan_here)
                               : Outcome(service::Trouble{});
}

Outcome do_answer(const Asked& asked, const Meeting& meeting, territory::PositionAnswer answer,
                  Words& words) {
  const RoundArguments& arguments = asked.arguments;
  territory::StatedPosition position;
  position.decision = arguments.decision;
  position.stakeholder = service::stakeholder_id(meeting, arguments.stakeholder);
  position.line = arguments.line;
  position.answer = answer;
  position.kind = words.word<territory::ObjectionKind>("--kind", arguments.kind);
  position.argument = arguments.argument;
  position.change = words.word<territory::Narrowing>("--change", arguments.change);
  position.value = position.change == territory::Narrowing::kNotWith
                       ? service::stakeholder_id(meeting, arguments.value)
                       : arguments.value;
  position.saying = saying_of(asked, meeting, words);
  if (!words.wrong().empty()) {
    return service::Trouble{};
  }
  return position.decision.empty() ? service::note_position(meeting, position)
                                   : service::note_decision_answer(meeting, position);
}

Outcome do_delivery(const Asked& asked, const Meeting& meeting, Words& words) {
  const RoundArguments& arguments = asked.arguments;
  territory::Delivery delivery;
  delivery.line = arguments.line;
  delivery.side =
      words.word<territory::Side>("--side", arguments.side).value_or(territory::Side::kReceiver);
  delivery.outcome = words.word<territory::Outcome>("--outcome", arguments.outcome)
                         .value_or(territory::Outcome::kDone);
  delivery.until = words.day(arguments.until);
  auto const quantity = words.quantity(arguments.quantity);
  delivery.quantity = service::delivered(meeting, delivery, quantity);
  delivery.note = arguments.note;
  delivery.saying = saying_of(asked, meeting, words);
  return words.wrong().empty() ? service::note_delivery(meeting, delivery)
                               : Outcome(service::Trouble{});
}

Outcome do_decision(const Asked& asked, const Meeting& meeting, territory::DecisionStepKind kind,
                    Words& words) {
  const RoundArguments& arguments = asked.arguments;
  territory::DecisionStep step;
  step.decision = arguments.decision;
  step.kind = kind;
  step.about = words.word<territory::DecisionKind>("--about", arguments.about);
  step.setting = arguments.setting;
  step.value = arguments.value;
  step.stakeholder = service::stakeholder_id(meeting, arguments.stakeholder);
  step.at = words.moment(arguments.at);
  step.noted_by =
      arguments.noted_by.empty() ? meeting.matter.agreement.facilitator : arguments.noted_by;
  step.note = arguments.note;
  return words.wrong().empty() ? service::take_decision_step(meeting, step)
                               : Outcome(service::Trouble{});
}

// What changes the folder.
std::optional<Outcome> act_on(const Asked& asked, const Meeting& meeting, Words& words) {
  const std::string& act = asked.arguments.act;
  if (auto const answer = value_of<territory::PositionAnswer>(act)) {
    return do_answer(asked, meeting, *answer, words);
  }
  auto const decision = value_of<territory::DecisionStepKind>(act);
  if (decision && !asked.arguments.decision.empty()) {
    return do_decision(asked, meeting, *decision, words);
  }
  if (auto const step = value_of<territory::StepKind>(act)) {
    return do_step(asked, meeting, *step, words);
  }
  if (act == "deliver") {
    return do_delivery(asked, meeting, words);
  }
  return std::nullopt;
}

int show_answers(const Asked& asked, const Meeting& meeting, base::Moment now) {
  for (auto const answer : {territory::Answer::kKeep, territory::Answer::kShare}) {
    auto const plan =
        service::answer_with(meeting, service::plan_here, service::cause_of(meeting), answer, now);
    if (!plan) {
      return refuse(asked, plan.failure());
    }
    asked.session.out() << service::answer_text(meeting, *plan, asked.language);
  }
  return kDone;
}

// What only tells.
std::optional<int> show(const Asked& asked, const Meeting& meeting, base::Moment now) {
  const std::string& act = asked.arguments.act;
  std::ostream& out = asked.session.out();
  if (act.empty()) {
    out << service::round_text(meeting, now, asked.language);
  } else if (act == "answers") {
    return show_answers(asked, meeting, now);
  } else if (act == "follow") {
    out << service::follow_text(meeting, asked.language);
  } else if (act == "agreement") {
    for (const std::string& line :
         exchange::agreement_in_words(meeting.matter.agreement, asked.language)) {
      out << line << "\n";
    }
  } else if (act == "calendar") {
    out << service::calendar_of(
        meeting, service::stakeholder_id(meeting, asked.arguments.stakeholder), asked.language);
  } else {
    return std::nullopt;
  }
  return kDone;
}

int unknown_act(const Asked& asked) {
  return asked.session.refuse(
      kInputIsWrong,
      say(asked.language, "there is no act \"{0}\". `bocage round --help` lists them.",
          "il n’y a pas d’acte «\u00A0{0}\u00A0». `bocage round --help` les énumère.",
          asked.arguments.act));
}

}  // namespace

int round(const RoundArguments& arguments, Session& session) {
  if (!session.is_about_one(arguments.folder)) {
    return kInputIsWrong;
  }
  Asked asked{arguments, session, session.language()};
  auto const folder = service::Folder::open(arguments.folder);
  if (!folder) {
    return refuse(asked, service::Trouble::not_opened(folder.failure()));
  }
  auto const meeting = service::read_meeting(folder->read());
  if (!meeting) {
    return refuse(asked, meeting.failure());
  }
  asked.language = session.asked_language.value_or(meeting->language());
  session.report(meeting->warnings);
  Words words(asked.language);
  base::Moment const now = words.moment(arguments.at);
  if (auto const status = show(asked, *meeting, now)) {
    return *status;
  }
  auto const outcome = act_on(asked, *meeting, words);
  if (!outcome) {
    return unknown_act(asked);
  }
  if (!words.wrong().empty()) {
    return session.refuse(kInputIsWrong, words.wrong());
  }
  if (!*outcome) {
    return refuse(asked, outcome->failure());
  }
  if (auto failure = folder->write((*outcome)->changed)) {
    return refuse(asked, service::Trouble::with(*std::move(failure)));
  }
  auto const after = service::read_meeting(folder->read());
  if (after && !session.json) {
    session.out() << service::round_text(*after, now, asked.language);
  }
  return kDone;
}

}  // namespace bocage::cli
