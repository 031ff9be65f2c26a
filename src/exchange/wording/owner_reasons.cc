#include "exchange/wording/owner_reasons.h"

#include <algorithm>

#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/program_words.h"
#include "exchange/wording/report_words.h"
#include "exchange/wording/say.h"
#include "exchange/wording/shortage.h"
#include "exchange/wording/typography.h"
#include "territory/find.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

// What a sentence needs to know of the need and of the contribution its facts name.
struct Told {
  const Territory& territory;
  const Plan& plan;
  const PlanNeed& need;
  Language language;
  std::string unit;
  Millionths quantity{0};
  Millionths step{0};  // 0 where nobody stated one
  std::string supplier;
  Millionths supplier_left{0};
  bool is_about_a_person = false;  // either side

  template <class... Arguments>
  [[nodiscard]] std::string tell(std::string_view english, std::string_view french,
                                 const Arguments&... arguments) const {
    return say(language, english, french, arguments...);
  }
  [[nodiscard]] std::string amount(Millionths of) const {
    return quantity_in_words(of, unit, language);
  }
  [[nodiscard]] std::string distance(Metres of) const {
    return is_about_a_person ? rough_distance_in_words(of, language)
                             : distance_in_words(of, language);
  }
};

bool belongs(const PlanNeed& row, const PlanBlock& block, Reason reason) {
  return row.block == block.id && row.reason == reason;
}

std::string alone(const Told& told) {
  return told.tell(
      "You get all that is within your reach and that others, less well served, "
      "do not lack.",
      "Vous recevez tout ce qui est à votre portée et qui ne manque pas à d’autres, "
      "moins bien servis.");
}

std::string shared_shortage(const Told& told) {
  const PlanBlock* const block = find_block(told.plan, told.need.block);
  if (block == nullptr) {
    return told.tell("There is not enough for all.", "Il n’y en a pas assez pour tous.");
  }
  const auto& rows = told.plan.needs;
  auto const sharing = std::count_if(rows.begin(), rows.end(), [&](const PlanNeed& row) {
    return belongs(row, *block, Reason::kSharedShortage);
  });
  bool const minima = std::any_of(rows.begin(), rows.end(), [&](const PlanNeed& row) {
    return belongs(row, *block, Reason::kAtMinimum);
  });
  if (sharing < 2) {
    return alone(told);
  }
  std::string const number = small_number(static_cast<int>(sharing), told.language);
  if (block->level == base::Fraction()) {
    return told.tell(
        "There is not enough for all: the {0} needs that share it get their minimum "
        "and no more.",
        "Il n’y en a pas assez pour tous : les {0} besoins qui se le partagent ne "
        "reçoivent que leur minimum.",
        number);
  }
  std::string const level = level_in_words(told.plan, block->level, told.unit, told.language);
  std::string const past =
      told.territory.settings.memory > 0
          ? told.tell(", counting past cycles", ", en comptant les campagnes passées")
          : "";
  std::string const minimum =
      minima ? told.tell(" Those whose minimum is more get their minimum.",
                         " Ceux dont le minimum dépasse cette part reçoivent leur minimum.")
             : "";
  std::string const step =
      told.step.count() > 0
          ? told.tell(", in whole steps of {0}", ", au pas de {0}", told.amount(told.step))
          : "";
  return told.tell(
      "There is not enough for all: the {0} needs that share it each get the same, "
      "{1}{2}{3}.{4}",
      "Il n’y en a pas assez pour tous : les {0} besoins qui se le partagent "
      "reçoivent chacun autant, {1}{2}{3}.{4}",
      number, level, step, past, minimum);
}

std::string at_minimum(const Told& told) {
  const PlanBlock* const block = find_block(told.plan, told.need.block);
  if (block == nullptr) {
    return told.tell("This is your minimum; the order the group chose gives the rest to others.",
                     "C’est votre minimum ; l’ordre choisi par le groupe donne le reste à "
                     "d’autres.");
  }
  if (block->level == base::Fraction()) {
    return told.tell("This is your minimum; there is not enough to give anyone more.",
                     "C’est votre minimum ; il n’y en a pas assez pour donner plus à quiconque.");
  }
  return told.tell(
      "This is your minimum, and already more than what the others who share this "
      "shortage get: {0}.",
      "C’est votre minimum, et déjà plus que ce que reçoivent les autres qui "
      "partagent cette pénurie : {0}.",
      level_in_words(told.plan, block->level, told.unit, told.language));
}

std::string set_aside(const Told& told) {
  return told.tell(
      "You are set aside this time: the smallest useful quantities of those who "
      "share these means cannot all be met, and less than {0} would be of no "
      "use to you.",
      "Vous êtes mis de côté cette fois : les plus petites quantités utiles de ceux "
      "qui partagent ces moyens ne peuvent pas toutes être servies, et moins de {0} "
      "ne vous servirait à rien.",
      told.amount(told.need.facts.minimum.value_or(Millionths(0))));
}

std::string out_of_reach(const Told& told) {
  const Facts& facts = told.need.facts;
  std::string text = facts.reach ? told.tell("None within {0}.", "Rien à moins de {0}.",
                                             distance_in_words(*facts.reach, told.language))
                                 : told.tell("None within reach.", "Rien à portée.");
  if (!facts.distance || told.supplier.empty()) {
    return text;
  }
  std::string const distance = told.distance(*facts.distance);
  if (told.supplier_left <= Millionths(0) || told.quantity <= Millionths(0)) {
    return text + told.tell(" The nearest, {1}, is at {0} and has nothing left.",
                            " Au plus près, {1}, à {0}, n’a plus rien de libre.", distance,
                            told.supplier);
  }
  if (told.supplier_left >= told.quantity) {
    return text + told.tell(" At {0}, {1} could cover it all.",
                            " À {0}, {1} pourrait tout couvrir.", distance, told.supplier);
  }
  Millionths const covered(static_cast<std::int64_t>(base::Int128{told.supplier_left.count()} *
                                                     1'000'000 / told.quantity.count()));
  return text + told.tell(" At {0}, {1} could cover {2}.", " À {0}, {1} pourrait en couvrir {2}.",
                          distance, told.supplier, percent_in_words(covered, told.language));
}

std::string dates_never_meet(const Told& told) {
  if (told.supplier.empty()) {
    return told.tell("Nobody provides it at your dates.", "Personne n’en apporte à vos dates.");
  }
  if (!told.need.facts.days) {
    return told.tell("{0} provides it, but at other dates.",
                     "{0} en apporte, mais à d’autres dates.", told.supplier);
  }
  int const days = *told.need.facts.days;
  return days == 1
             ? told.tell("{0} provides it, but one day lies between your dates.",
                         "{0} en apporte, mais un jour sépare vos dates.", told.supplier)
             : told.tell("{0} provides it, but {1} days lie between your dates.",
                         "{0} en apporte, mais {1} jours séparent vos dates.", told.supplier, days);
}

std::string banned(const Told& told) {
  std::string const reason = told.need.facts.ban.empty() || told.is_about_a_person
                                 ? ""
                                 : told.tell(": “{0}”", " : « {0} »", told.need.facts.ban);
  return told.supplier.empty()
             ? told.tell("Every way to it is excluded{0}.", "Toutes les voies sont exclues{0}.",
                         reason)
             : told.tell("{0} could provide it, and it is excluded{1}.",
                         "{0} pourrait en apporter, et c’est exclu{1}.", told.supplier, reason);
}

std::string no_position(const Told& told) {
  return told.supplier.empty()
             ? told.tell("A reach is stated, and a place is unknown; a commune is enough.",
                         "Un rayon est indiqué et un lieu est inconnu ; une commune suffit.")
             : told.tell(
                   "{0} provides it, but a reach is stated and one of the two places is "
                   "unknown; a commune is enough.",
                   "{0} en apporte, mais un rayon est indiqué et l’un des deux lieux est "
                   "inconnu ; une commune suffit.",
                   told.supplier);
}

std::string because(const Told& told) {
  switch (told.need.reason) {
    case Reason::kMet:
      return {};
    case Reason::kSharedShortage:
      return shared_shortage(told);
    case Reason::kAtMinimum:
      return at_minimum(told);
    case Reason::kServedBefore:
      return told.tell(
          "Past cycles served you more than the others who share this shortage; this "
          "time they come first.",
          "Les campagnes passées vous ont mieux servi que les autres qui partagent "
          "cette pénurie ; cette fois, ils passent d’abord.");
    case Reason::kSetAside:
      return set_aside(told);
    case Reason::kNoSuchResource:
      return told.tell("Nobody here provides it.", "Personne n’en apporte ici.");
    case Reason::kNotListed:
      return told.tell("No possible supplier is listed for you.",
                       "Aucun fournisseur possible n’est indiqué pour vous.");
    case Reason::kOutOfReach:
      return out_of_reach(told);
    case Reason::kNoPosition:
      return no_position(told);
    case Reason::kDatesNeverMeet:
      return dates_never_meet(told);
    case Reason::kBanned:
      return banned(told);
    case Reason::kOwnMeansOnly:
      return told.tell("Only your own means would serve, and nobody supplies itself.",
                       "Seuls vos propres moyens conviendraient, et nul ne se fournit à soi-même.");
    case Reason::kOrder:
      return told.tell("The order the group chose serves others first.",
                       "L’ordre choisi par le groupe sert d’autres besoins d’abord.");
    case Reason::kCondition:
    case Reason::kProgram:
    case Reason::kActivity:
      return program_reason(told.territory, told.need, told.language);
  }
  return {};
}

}  // namespace

std::string reason_for_owner(const Territory& territory, const Plan& plan, const PlanNeed& need,
                             Language language) {
  Told told{territory, plan, need, language};
  if (auto const found = find_need(territory, need.id)) {
    const Need& row = territory.needs[found->position()];
    const Family& family = territory.families[row.family.position()];
    told.unit = family.unit;
    told.step = family.quantum_is_assumed ? Millionths(0) : family.quantum;
    told.quantity = in_units(territory, row.family, row.quantity);
    told.is_about_a_person = is_person(territory, row.stakeholder);
  }
  if (auto const found = find_contribution(territory, need.facts.contribution)) {
    StakeholderIndex const owner = territory.contributions[found->position()].stakeholder;
    told.supplier = stakeholder_name(territory, owner, language);
    told.supplier_left = left_of(plan, need.facts.contribution);
    told.is_about_a_person = told.is_about_a_person || is_person(territory, owner);
  }
  return with_fine_spaces(because(told), language);
}

}  // namespace bocage::exchange
