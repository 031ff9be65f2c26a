#include "service/round_text.h"

#include <fmt/format.h>

#include "agree/answer.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/cycle_words.h"
#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/problems.h"
#include "exchange/wording/say.h"
#include "exchange/wording/tally_words.h"
#include "service/fallback_vote.h"
#include "service/line_words.h"
#include "service/possible.h"

namespace bocage::service {
namespace {

using exchange::in_words;
using exchange::say;
using territory::CycleState;
using territory::Language;

std::string heading(const Meeting& meeting, const agree::CyclePosition& position,
                    Language language) {
  return say(language, "Cycle {0}: {1}", "Campagne {0}\u00A0: {1}", meeting.matter.cycle,
             in_words(position.state, language)) +
         (position.rounds > 0
              ? say(language, ", round {0} of {1}, plan {2}", ", tour {0} sur {1}, plan {2}",
                    position.rounds, meeting.matter.agreement.rounds, position.asked_plan)
              : std::string()) +
         "\n";
}

std::string of_kind(const territory::StatedPosition& position, Language language) {
  return position.kind ? say(language, "{0}: ", "{0}\u00A0: ", in_words(*position.kind, language))
                       : "";
}

// A preference or a reservation blocks nothing, and is heard all the same.
void add_remarks(std::string& text, const agree::StandingPosition& standing, Language language) {
  for (const territory::StatedPosition* const answer : standing.answers) {
    if (!agree::blocks(*answer) && !answer->argument.empty()) {
      text += fmt::format("      {}{}\n", of_kind(*answer, language), answer->argument);
    }
  }
}

void add_standings(std::string& text, const Meeting& meeting, base::Moment now, Language language) {
  for (const agree::StandingPosition& standing : agree::standings(meeting.matter, now)) {
    text += fmt::format("  {:<28} {}", name_of(meeting, standing.stakeholder, language),
                        in_words(standing.standing, language));
    if (!standing.answers.empty()) {
      const territory::Saying& saying = standing.answers.back()->saying;
      text +=
          fmt::format(" ({}, {})", in_words(saying.how, language), base::format_moment(saying.at));
    }
    text += "\n";
    for (const territory::StatedPosition* const objection : standing.objections) {
      std::string const change = exchange::change_in_words(*objection, language);
      text += fmt::format("      {}{}{}\n", of_kind(*objection, language), objection->argument,
                          change.empty() ? "" : " → " + change);
    }
    add_remarks(text, standing, language);
  }
}

void add_possible(std::string& text, const Meeting& meeting, base::Moment now, Language language) {
  std::string list;
  for (territory::StepKind const step : possible_steps(meeting, now)) {
    list += (list.empty() ? "" : ", ") + std::string(in_words(step, language));
  }
  if (!list.empty()) {
    text += say(language, "Now possible: {0}\n", "Possible maintenant\u00A0: {0}\n", list);
  }
}

}  // namespace

std::string round_text(const Meeting& meeting, base::Moment now, Language language) {
  if (meeting.matter.cycle.empty()) {
    return say(language, "No cycle is open yet. Open one: bocage round DIR open --cycle 2026-W48\n",
               "Aucune campagne n’est ouverte. Ouvrez-en une\u00A0: bocage round DOSSIER open "
               "--cycle 2026-S48\n");
  }
  agree::CyclePosition const position = agree::position_of(meeting.matter.steps);
  std::string text = heading(meeting, position, language);
  bool const answered = position.state == CycleState::kObjectionRound ||
                        position.state == CycleState::kFallback ||
                        position.state == CycleState::kReplanned;
  if (answered) {
    add_standings(text, meeting, now, language);
  }
  auto const ballot =
      position.state == CycleState::kFallback ? fallback_by_statutes(meeting) : std::nullopt;
  if (ballot) {
    text += exchange::minutes(ballot->members, ballot->report, language);
  }
  if (position.adopted_plan > 0) {
    text += follow_text(meeting, language);
  }
  add_possible(text, meeting, now, language);
  return text;
}

std::string answer_heading(const AnswerPlan& answer, Language language) {
  bool const empty = answer.nothing_kept && answer.answer == territory::Answer::kKeep;
  return in_words(answer.answer, language) +
         (empty ? say(language, " (nothing was yet, so everything is shared again)",
                      " (rien ne l’est encore, donc tout est repartagé)")
                : "");
}

std::string answer_text(const Meeting& meeting, const AnswerPlan& answer, Language language) {
  std::string text = answer_heading(answer, language) + ":\n";
  if (answer.changes.empty()) {
    return text + "  " + say(language, "nothing changes\n", "rien ne change\n");
  }
  for (const agree::StakeholderChange& change : agree::by_stakeholder(answer.changes)) {
    text += "  " + name_of(meeting, change.stakeholder, language) + "\n";
    for (const agree::LineChange& line : change.lines) {
      text += "    " + change_words(meeting, line, change.stakeholder, language) + "\n";
    }
  }
  return text;
}

std::string follow_text(const Meeting& meeting, Language language) {
  std::string text;
  for (const agree::Followed& each : followed(meeting)) {
    text += say(language, "  {0}: {1}", "  {0}\u00A0: {1}",
                commitment_words(meeting, each.commitment, language), state_words(each, language));
    if (each.received.count() > 0) {
      text += ", " + say(language, "received {0}", "reçu {0}",
                         quantity_words(meeting, each.commitment.line, each.received, language));
    }
    text += "\n";
  }
  return text;
}

namespace {

std::string planner_text(const PlannerFault& fault, Language language) {
  using Kind = PlannerFault::Kind;
  switch (fault.kind) {
    case Kind::kLate:
      return say(language, "this took more than {0} s and was stopped; nothing was changed.",
                 "cela a dépassé {0} s et a été arrêté\u00A0; rien n’a été changé.", fault.number);
    case Kind::kTooMuch:
      return say(
          language, "the answer is larger than can be taken; nothing was changed.",
          "la réponse est plus grande que ce qui peut être reçu\u00A0; rien n’a été changé.");
    case Kind::kSignal:
      return say(language,
                 "the planner stopped by itself (signal {0}), perhaps for want of memory; nothing "
                 "was changed.",
                 "le planificateur s’est arrêté de lui-même (signal {0}), peut-être faute de "
                 "mémoire\u00A0; rien n’a été changé.",
                 fault.number);
    case Kind::kExit:
      return fault.words.empty()
                 ? say(language, "the planner ended with {0}; nothing was changed.",
                       "le planificateur s’est terminé avec {0}\u00A0; rien n’a été changé.",
                       fault.number)
                 : fault.words;
    case Kind::kNotStarted:
      return say(language, "the planner could not be started: {0}. Nothing was changed.",
                 "le planificateur n’a pas pu être lancé\u00A0: {0}. Rien n’a été changé.",
                 fault.words);
    case Kind::kRefuted:
      break;
  }
  return fault.words;
}

}  // namespace

std::string trouble_text(const Trouble& trouble, const std::string& folder, Language language) {
  if (trouble.refusal) {
    return exchange::refusal_sentence(*trouble.refusal, language) + "\n";
  }
  if (trouble.unopened) {
    return exchange::cannot_open_folder(folder, trouble.unopened->system_message, language) + "\n";
  }
  if (trouble.failure) {
    return exchange::cannot_write(folder, trouble.failure->system_message, language) + "\n";
  }
  if (!trouble.changed_file.empty()) {
    return say(language, "{0} was changed by somebody else meanwhile. Nothing was written.\n",
               "{0} a été modifié entre-temps par quelqu’un d’autre. Rien n’a été écrit.\n",
               trouble.changed_file);
  }
  std::string text;
  for (const territory::Problem& problem : trouble.problems.list) {
    text += exchange::sentence(problem, language) + "\n";
  }
  return trouble.planner ? planner_text(*trouble.planner, language) + "\n" : text;
}

}  // namespace bocage::service
