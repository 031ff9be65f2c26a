#include "exchange/wording/explanation.h"

#include <algorithm>

#include "exchange/wording/layout.h"
#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/program_words.h"
#include "exchange/wording/reasons.h"
#include "exchange/wording/say.h"
#include "exchange/wording/shortage.h"
#include "territory/find.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

constexpr std::size_t kMostNames = 12;

class Explaining {
 public:
  Explaining(const Territory& territory, const Plan& plan, Language language)
      : territory_(territory), plan_(plan), language_(language) {}

  [[nodiscard]] std::string need(const NeedExplanation& explained) const;
  [[nodiscard]] std::string contribution(const ContributionExplanation& explained) const;

 private:
  template <class... Arguments>
  [[nodiscard]] std::string tell(std::string_view english, std::string_view french,
                                 const Arguments&... arguments) const {
    return say(language_, english, french, arguments...);
  }
  [[nodiscard]] std::string unlock(const Unlock& unlock, std::string_view unit) const;
  [[nodiscard]] std::string losses(const std::vector<Change>& losers, std::string_view unit) const;
  [[nodiscard]] std::string names(const std::vector<std::string>& ids, bool needs) const;
  [[nodiscard]] std::string lines(const std::vector<PlanTransfer>& transfers, bool received,
                                  std::string_view unit) const;

  // The activity that makes a contribution; null where none does.
  [[nodiscard]] const Activity* maker_of(const std::string& contribution) const {
    for (const Activity& activity : territory_.activities) {
      for (ContributionIndex const made : activity.makes) {
        if (territory_.contributions[made.position()].id == contribution) {
          return &activity;
        }
      }
    }
    return nullptr;
  }

  const Territory& territory_;
  const Plan& plan_;
  Language language_;
};

// Distinct owners, in the order of the ids; a long list ends with how many more.
std::string Explaining::names(const std::vector<std::string>& ids, bool needs) const {
  std::vector<std::string> owners;
  for (const std::string& id : ids) {
    std::string owner = needs ? owner_of_need(territory_, id, language_)
                              : owner_of_contribution(territory_, id, language_);
    if (std::find(owners.begin(), owners.end(), owner) == owners.end()) {
      owners.push_back(std::move(owner));
    }
  }
  std::string list;
  for (std::size_t i = 0; i < std::min(owners.size(), kMostNames); ++i) {
    list += (i == 0 ? "" : list_separator(language_)) + owners[i];  // names may have commas
  }
  return owners.size() <= kMostNames
             ? list
             : list + tell(" and {0} others", " et {0} autres", owners.size() - kMostNames);
}

std::string Explaining::lines(const std::vector<PlanTransfer>& transfers, bool received,
                              std::string_view unit) const {
  Columns rows({Columns::Align::kRight, Columns::Align::kLeft, Columns::Align::kRight});
  for (const PlanTransfer& transfer : transfers) {
    rows.add_row(
        {quantity_in_words(transfer.quantity, unit, language_),
         received ? tell("from {0}", "de {0}",
                         owner_of_contribution(territory_, transfer.contribution, language_))
                  : tell("to {0}", "à {0}", owner_of_need(territory_, transfer.need, language_)),
         distance_of_line(territory_, transfer, language_)});
  }
  return rows.to_text(4);
}

std::string Explaining::unlock(const Unlock& unlock, std::string_view unit) const {
  std::string const extra = quantity_in_words(unlock.extra, unit, language_);
  std::string const served = quantity_in_words(unlock.served, unit, language_);
  std::string text;
  switch (unlock.goal) {
    case UnlockGoal::kMinimum:
      text = tell("{0} more, within reach of it, would bring it to its minimum: it would get {1}.",
                  "{0} de plus, à sa portée, le porteraient à son minimum\u00A0: il recevrait {1}.",
                  extra, served);
      break;
    case UnlockGoal::kNextLevel:
      text = tell(
          "{0} more, within reach of it, would bring it to the level of the next block: it would "
          "get {1}.",
          "{0} de plus, à sa portée, le porteraient au niveau du groupe suivant\u00A0: il "
          "recevrait {1}.",
          extra, served);
      break;
    case UnlockGoal::kFull:
      text = tell("{0} more, within reach of it, would cover it in full.",
                  "{0} de plus, à sa portée, le couvriraient en entier.", extra);
      break;
  }
  std::vector<std::string> rising;
  for (const Change& rise : unlock.others) {
    rising.push_back(rise.need);
  }
  text += rising.empty() ? tell(" Nobody else would rise.", " Personne d’autre n’y gagnerait.")
                         : tell(" {0} would rise with it.", " En profiteraient aussi\u00A0: {0}.",
                                names(rising, true));
  if (!unlock.losers.empty()) {
    text += tell(" Would get less: {0}.", " Recevraient moins\u00A0: {0}.",
                 losses(unlock.losers, unit));
  }
  return text;
}

// Whoever loses is owed the figures; a long list ends with how many more.
std::string Explaining::losses(const std::vector<Change>& losers, std::string_view unit) const {
  std::string list;
  for (std::size_t i = 0; i < std::min(losers.size(), kMostNames); ++i) {
    list += (i == 0 ? "" : list_separator(language_)) +
            tell("{0} ({1} instead of {2})", "{0} ({1} au lieu de {2})",
                 owner_of_need(territory_, losers[i].need, language_),
                 quantity_in_words(losers[i].to, unit, language_),
                 quantity_in_words(losers[i].from, unit, language_));
  }
  return losers.size() <= kMostNames
             ? list
             : list + tell(" and {0} others", " et {0} autres", losers.size() - kMostNames);
}

std::string Explaining::need(const NeedExplanation& explained) const {
  auto const found = find_need(territory_, explained.need);
  std::string const unit =
      found ? territory_.families[territory_.needs[found->position()].family.position()].unit : "";
  std::string const resource =
      found ? resource_names(territory_, territory_.needs[found->position()].resources, language_)
            : "";
  bool const is_taken = found && territory_.needs[found->position()].activity.has_value();
  std::string out =
      wrapped(tell(is_taken ? "For its activity {0} could take {1} of {2} and gets {3}."
                            : "{0} needs {1} of {2} and gets {3}.",
                   is_taken ? "Pour son activité, {0} pourrait prendre {1} ({2}) et reçoit {3}."
                            : "{0} a besoin de {1} ({2}) et reçoit {3}.",
                   owner_of_need(territory_, explained.need, language_),
                   quantity_in_words(explained.quantity, unit, language_), resource,
                   quantity_in_words(explained.served, unit, language_)),
              0);
  out += lines(explained.gets, true, unit);
  auto const row =
      std::lower_bound(plan_.needs.begin(), plan_.needs.end(), explained.need,
                       [](const PlanNeed& one, const std::string& id) { return one.id < id; });
  if (row != plan_.needs.end() && row->id == explained.need) {
    out += wrapped(reason_sentence(territory_, plan_, *row, language_), 2);
  }
  if (explained.reason != Reason::kMet && !explained.shares_with.empty()) {
    out += wrapped(tell("It shares with: {0}.", "Il partage avec\u00A0: {0}.",
                        names(explained.shares_with, true)),
                   2);
  }
  if (explained.reason != Reason::kMet && !explained.supplied_by.empty()) {
    out +=
        wrapped(tell("What they share comes from: {0}.", "Ce qu’ils partagent vient de\u00A0: {0}.",
                     names(explained.supplied_by, false)),
                2);
  }
  for (const Unlock& one : explained.unlocks) {
    out += wrapped(unlock(one, unit), 2);
  }
  bool const is_decided_together =
      explained.reason == Reason::kProgram || explained.reason == Reason::kCondition;
  if (explained.served < explained.quantity && explained.unlocks.empty() &&
      explained.reason != Reason::kActivity) {
    if (is_decided_together) {
      return out +
             wrapped(tell("No quantity that was tried, within reach of it, would change that.",
                          "Aucune quantité essayée, à sa portée, n’y changerait rien."),
                     2);
    }
    out += wrapped(tell("No quantity more, within reach of it, would change that.",
                        "Aucune quantité de plus, à sa portée, n’y changerait rien."),
                   2);
  }
  return out;
}

std::string Explaining::contribution(const ContributionExplanation& explained) const {
  auto const found = find_contribution(territory_, explained.contribution);
  std::string const unit =
      found
          ? territory_.families[territory_.contributions[found->position()].family.position()].unit
          : "";
  std::string const resource =
      found ? resource_names(territory_, territory_.contributions[found->position()].resources,
                             language_)
            : "";
  Millionths const left(explained.quantity.count() - explained.given.count());
  const Activity* const activity = maker_of(explained.contribution);
  std::string out =
      wrapped(tell(activity ? "{0} could make {1} of {2} and makes {3}."
                            : "{0} provides {1} of {2} and gives {3}.",
                   activity ? "{0} pourrait faire {1} ({2}) et fait {3}."
                            : "{0} apporte {1} ({2}) et donne {3}.",
                   owner_of_contribution(territory_, explained.contribution, language_),
                   quantity_in_words(explained.quantity, unit, language_), resource,
                   quantity_in_words(explained.given, unit, language_)),
              0);
  out += lines(explained.gives, false, unit);
  if (explained.needs_within_reach == 0) {
    return out +
           wrapped(tell("No need can be reached by it.", "Aucun besoin n’est à sa portée."), 2);
  }
  out += wrapped(tell("Needs within its reach: {0}.", "Besoins à sa portée\u00A0: {0}.",
                      explained.needs_within_reach),
                 2);
  bool const is_decided_together =
      std::any_of(plan_.programs.begin(), plan_.programs.end(), [&](const PlanProgram& program) {
        return std::binary_search(program.contributions.begin(), program.contributions.end(),
                                  explained.contribution);
      });
  if (activity) {
    std::string const why = held_back_by(territory_, plan_, *activity, language_);
    return why == "–" ? out
                      : out + wrapped(tell("Held back by: {0}.", "Retenu par\u00A0: {0}.", why), 2);
  }
  if (left > Millionths(0) && is_decided_together) {
    return out + wrapped(tell("{0} are left: by lots, conditions and activities, nobody who stands "
                              "lower could use more of it.",
                              "Il en reste {0}\u00A0: par les lots, les conditions et les "
                              "activités, personne de plus bas ne pourrait en employer davantage.",
                              quantity_in_words(left, unit, language_)),
                         2);
  }
  if (left > Millionths(0)) {
    out += wrapped(tell("{0} are left: everybody it can reach has all they asked, or is served "
                        "better by others.",
                        "Il en reste {0}\u00A0: tous ceux qui sont à portée ont ce qu’ils "
                        "demandaient, ou sont mieux servis "
                        "par d’autres.",
                        quantity_in_words(left, unit, language_)),
                   2);
  }
  return out;
}

}  // namespace

std::string explanation_of(const Territory& territory, const Plan& plan,
                           const StakeholderExplanation& explanation, Language language) {
  Explaining const explaining(territory, plan, language);
  std::string out;
  for (const NeedExplanation& need : explanation.needs) {
    out += (out.empty() ? "" : "\n") + explaining.need(need);
  }
  for (const ContributionExplanation& contribution : explanation.contributions) {
    out += (out.empty() ? "" : "\n") + explaining.contribution(contribution);
  }
  if (out.empty()) {
    out = wrapped(
        say(language, "Nothing is needed or provided here.", "Rien n’est demandé ni apporté ici."),
        0);
  }
  return out;
}

}  // namespace bocage::exchange
