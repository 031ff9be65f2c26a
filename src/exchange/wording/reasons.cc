#include "exchange/wording/reasons.h"

#include <algorithm>

#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/program_words.h"
#include "exchange/wording/say.h"
#include "exchange/wording/shortage.h"
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
  std::string resource;
  std::string unit;
  Millionths quantity{0};
  std::string supplier;
  Millionths supplier_left{0};
  bool is_about_a_person = false;  // on either side: what was said of it, and where it is, stay out

  [[nodiscard]] std::string say_it(std::string_view english, std::string_view french) const {
    return say(language, english, french, resource, supplier);
  }
  [[nodiscard]] std::string amount(Millionths of) const {
    return quantity_in_words(of, unit, language);
  }
};

std::string shared_shortage(const Told& told) {
  const PlanBlock* const block = find_block(told.plan, told.need.block);
  if (block == nullptr) {
    return told.say_it("It shares a shortage of {0}.", "Il partage une pénurie ({0}).");
  }
  return shortage_sentence(told.territory, told.plan, *block, told.resource, told.unit,
                           told.language);
}

std::string at_minimum(const Told& told) {
  const PlanBlock* const block = find_block(told.plan, told.need.block);
  std::string const served = told.amount(told.need.served);
  if (block == nullptr) {
    return say(told.language,
               "It gets its minimum, {0}; the order of criteria gives the rest to others.",
               "Il reçoit son minimum, {0}\u00A0; l’ordre des critères donne le reste à d’autres.",
               served);
  }
  if (block->level == base::Fraction()) {
    return say(told.language, "It gets its minimum, {0}; this shortage leaves no more than minima.",
               "Il reçoit son minimum, {0}\u00A0; cette pénurie ne laisse que des minima.", served);
  }
  return say(told.language,
             "Its minimum, {0}, already lifts it above the others who share this shortage and get "
             "{1}.",
             "Son minimum, {0}, le place déjà au-dessus de ceux qui partagent cette pénurie et "
             "reçoivent {1}.",
             served, level_in_words(told.plan, block->level, told.unit, told.language));
}

std::string set_aside(const Told& told) {
  std::string text =
      say(told.language,
          "Set aside: the minima of those who share these means cannot all be met together, and "
          "below its minimum of {0} nothing would be useful to it.",
          "Mis de côté\u00A0: les minima de ceux qui partagent ces moyens ne peuvent être tous "
          "tenus, et au-dessous de son minimum de {0} rien ne lui serait utile.",
          told.amount(told.need.facts.minimum.value_or(Millionths(0))));
  if (!told.plan.minima) {
    return text;
  }
  for (const SetAside& aside : told.plan.minima->set_aside) {
    if (aside.need == told.need.id && aside.returns_with) {
      text += say(told.language, " {0} more within its reach would bring it back.",
                  " {0} de plus à sa portée le ramèneraient.", told.amount(*aside.returns_with));
    }
  }
  return text;
}

std::string out_of_reach(const Told& told) {
  const Facts& facts = told.need.facts;
  if (!facts.distance || facts.contribution.empty()) {
    return told.say_it("No {0} within reach.", "Rien à portée ({0}).");
  }
  std::string const reach =
      facts.reach ? distance_in_words(*facts.reach, told.language) : std::string();
  std::string const distance = told.is_about_a_person
                                   ? rough_distance_in_words(*facts.distance, told.language)
                                   : distance_in_words(*facts.distance, told.language);
  std::string text = facts.reach ? say(told.language, "No {0} within {1}.",
                                       "{0}\u00A0: rien à moins de {1}.", told.resource, reach)
                                 : told.say_it("No {0} within reach.", "{0}\u00A0: rien à portée.");
  if (told.supplier_left <= Millionths(0) || told.quantity <= Millionths(0)) {
    return text + say(told.language, " The nearest is {1}, at {0}.",
                      " Le plus proche est {1}, à {0}.", distance, told.supplier);
  }
  Millionths const covered(
      static_cast<std::int64_t>(base::Int128{std::min(told.supplier_left, told.quantity).count()} *
                                1'000'000 / told.quantity.count()));
  return text + say(told.language, " At {0}, {1} could cover {2}.",
                    " À {0}, {1} pourrait en couvrir {2}.", distance, told.supplier,
                    percent_in_words(covered, told.language));
}

std::string dates_never_meet(const Told& told) {
  if (told.supplier.empty()) {
    return told.say_it("Nobody provides {0} at these dates.",
                       "{0}\u00A0: rien n’est apporté à ces dates.");
  }
  if (!told.need.facts.days) {
    return told.say_it("{1} provides {0}, but at other dates.",
                       "{1} en apporte ({0}), mais à d’autres dates.");
  }
  int const days = *told.need.facts.days;
  return say(told.language,
             days == 1 ? "{1} provides {0}, but the dates never meet: one day lies between them."
                       : "{1} provides {0}, but the dates never meet: {2} days lie between them.",
             days == 1
                 ? "{1} en apporte ({0}), mais les dates ne se rencontrent pas\u00A0: un jour "
                   "les sépare."
                 : "{1} en apporte ({0}), mais les dates ne se rencontrent pas\u00A0: {2} jours "
                   "les séparent.",
             told.resource, told.supplier, days);
}

std::string banned(const Told& told) {
  std::string const reason =
      told.need.facts.ban.empty() || told.is_about_a_person
          ? ""
          : say(told.language, ": “{0}”", "\u00A0: «\u00A0{0}\u00A0»", told.need.facts.ban);
  if (told.supplier.empty()) {
    return say(told.language, "Every way to {0} is forbidden{1}.",
               "Toutes les voies sont exclues ({0}){1}.", told.resource, reason);
  }
  return say(told.language, "{1} could provide {0}, and it is excluded{2}.",
             "{1} pourrait en apporter ({0}), et c’est exclu{2}.", told.resource, told.supplier,
             reason);
}

std::string no_position(const Told& told) {
  return told.supplier.empty()
             ? told.say_it("A reach is stated, and a place is unknown; a commune is enough.",
                           "Un rayon est indiqué et un lieu est inconnu\u00A0; une commune suffit.")
             : told.say_it(
                   "{1} provides {0}, but a reach is stated and one of the two places is unknown; "
                   "a commune is enough.",
                   "{1} en apporte ({0}), mais un rayon est indiqué et l’un des deux lieux est "
                   "inconnu\u00A0; une commune suffit.");
}

std::string because(const Told& told) {
  switch (told.need.reason) {
    case Reason::kMet:
      return told.say_it("It gets all it asked.", "Tout ce qui est demandé est couvert.");
    case Reason::kSharedShortage:
      return shared_shortage(told);
    case Reason::kAtMinimum:
      return at_minimum(told);
    case Reason::kServedBefore:
      return told.say_it(
          "Past cycles served it more than the others who share this shortage; they come first "
          "now.",
          "Les cycles passés l’ont mieux servi que ceux qui partagent cette pénurie\u00A0; à leur "
          "tour d’abord.");
    case Reason::kSetAside:
      return set_aside(told);
    case Reason::kNoSuchResource:
      return told.say_it("Nobody here provides {0}.", "{0}\u00A0: personne n’en apporte ici.");
    case Reason::kNotListed:
      return told.say_it("No possible link to {0} is listed for it.",
                         "Aucun lien possible n’est indiqué pour ce besoin ({0}).");
    case Reason::kOutOfReach:
      return out_of_reach(told);
    case Reason::kNoPosition:
      return no_position(told);
    case Reason::kDatesNeverMeet:
      return dates_never_meet(told);
    case Reason::kBanned:
      return banned(told);
    case Reason::kOwnMeansOnly:
      return told.say_it(
          "Only its own means would serve ({0}), and they are not pooled for itself.",
          "Seuls ses propres moyens conviendraient ({0}), et nul ne se fournit à "
          "soi-même.");
    case Reason::kOrder:
      return told.say_it("The order of criteria that was chosen serves others first.",
                         "L’ordre des critères retenu sert d’autres besoins d’abord.");
    case Reason::kCondition:
    case Reason::kProgram:
    case Reason::kActivity:
      return program_reason(told.territory, told.need, told.language);
  }
  return {};
}

}  // namespace

std::string reason_sentence(const Territory& territory, const Plan& plan, const PlanNeed& need,
                            Language language) {
  Told told{territory, plan, need, language};
  if (auto const found = find_need(territory, need.id)) {
    const Need& row = territory.needs[found->position()];
    told.resource = resource_names(territory, row.resources, language);
    told.unit = territory.families[row.family.position()].unit;
    told.quantity = in_units(territory, row.family, row.quantity);
    told.is_about_a_person = is_person(territory, row.stakeholder);
  }
  if (!need.facts.contribution.empty()) {
    told.supplier = owner_of_contribution(territory, need.facts.contribution, language);
    told.supplier_left = left_of(plan, need.facts.contribution);
    auto const found = find_contribution(territory, need.facts.contribution);
    told.is_about_a_person =
        told.is_about_a_person ||
        (found && is_person(territory, territory.contributions[found->position()].stakeholder));
  }
  return because(told);
}

}  // namespace bocage::exchange
