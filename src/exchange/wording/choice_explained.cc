#include "exchange/wording/choice_explained.h"

#include <algorithm>
#include <vector>

#include "exchange/choice_json.h"
#include "exchange/codes.h"
#include "exchange/json_object.h"
#include "exchange/wording/choice_words.h"
#include "exchange/wording/layout.h"
#include "exchange/wording/money.h"
#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

const OpenProject* find_open(const Choice& choice, std::size_t project) {
  auto const found = std::find_if(choice.open.begin(), choice.open.end(),
                                  [&](const OpenProject& open) { return open.project == project; });
  return found == choice.open.end() ? nullptr : &*found;
}

const ProjectMember* find_member(const SharedProject& project, StakeholderIndex member) {
  auto const found =
      std::find_if(project.members.begin(), project.members.end(),
                   [&](const ProjectMember& one) { return one.stakeholder == member; });
  return found == project.members.end() ? nullptr : &*found;
}

// What a member makes in an open project; none: it is not in it.
std::optional<Millionths> part_in(const Territory& territory, const OpenProject& open,
                                  StakeholderIndex member) {
  const SharedProject& project = territory.projects[open.project];
  if (!project.quantity) {
    return find_member(project, member) != nullptr ? std::optional(Millionths(0)) : std::nullopt;
  }
  for (const MadeQuantity& made : open.makes) {
    if (made.member == member) {
      return made.quantity;
    }
  }
  return std::nullopt;
}

std::string choice_figures(const Territory& territory, const Choice& choice, Language language) {
  std::string out = say(language, "{0}, for {1}", "{0}, pour {1}",
                        benefit_in_words(territory, choice.benefit, language),
                        cost_in_words(territory, choice.cost, language));
  std::string names;
  for (StakeholderIndex const one : choice.left_out) {
    names += (names.empty() ? "" : ", ") + stakeholder_name(territory, one, language);
  }
  if (!names.empty()) {
    out += say(language, ", without {0}", ", sans {0}", names);
  }
  return out;
}

std::string ids_json(const Territory& territory, const Choice& choice, StakeholderIndex member) {
  std::vector<std::string> ids;
  for (const OpenProject& open : choice.open) {
    if (part_in(territory, open, member)) {
      ids.push_back(territory.projects[open.project].id);
    }
  }
  return json_list(ids, [](const std::string& id) { return quoted_json(id); });
}

}  // namespace

std::string project_explained(const Territory& territory, const ChoiceReport& report,
                              std::size_t place, const std::optional<Choice>& with,
                              Language language) {
  const SharedProject& project = territory.projects[place];
  auto const add = [](std::string& out, const std::string& sentence) {
    out += wrapped(sentence, 2);
  };
  std::string out = wrapped(project.name, 0);
  const OpenProject* const open = find_open(report.chosen, place);
  if (open != nullptr) {
    add(out,
        say(language, "It opens. The best choice is {0}.", "Il ouvre. Le meilleur choix est {0}.",
            choice_figures(territory, report.chosen, language)));
    add(out, find_open(report.free, place) != nullptr
                 ? say(language, "It would open without the guarantee, too.",
                       "Il ouvrirait aussi sans la garantie.")
                 : say(language, "Without the guarantee that everybody is in, it would not open.",
                       "Sans la garantie que chacun y soit, il n’ouvrirait pas."));
    for (const FundedAmount& funded : open->funding) {
      add(out,
          say(language, "{0} pays {1}.", "{0} paie {1}.",
              stakeholder_name(territory, territory.funders[funded.funder].stakeholder, language),
              money_in_words(funded.amount, territory.settings.currency, language)));
    }
    return out;
  }
  for (const NotOpen& one : report.not_open) {
    if (one.project == place) {
      add(out, say(language, "It does not open: {0}.", "Il n’ouvre pas\u00A0: {0}.",
                   not_open_in_words(territory, one, language)));
    }
  }
  if (!with) {
    add(out, say(language, "No choice that opens it was found.",
                 "Aucun choix qui l’ouvre n’a été trouvé."));
    return out;
  }
  add(out, say(language, "The best choice with it is {0}: {1}. The best of all is {2}.",
               "Le meilleur choix avec lui est {0}\u00A0: {1}. Le meilleur de tous est {2}.",
               choice_figures(territory, *with, language), project_names(territory, *with),
               choice_figures(territory, report.chosen, language)));
  return out;
}

std::string write_project_explained(const Territory& territory, const ChoiceReport& report,
                                    std::size_t place, const std::optional<Choice>& with) {
  std::string best = "null";
  if (with) {
    std::vector<std::string> ids;
    for (const OpenProject& open : with->open) {
      ids.push_back(territory.projects[open.project].id);
    }
    best = JsonObject()
               .text("benefit", base::to_text(in_units(ChoiceObjective::kBenefit, with->benefit)))
               .text("cost", base::to_text(in_units(ChoiceObjective::kCost, -with->cost)))
               .count("left_out", static_cast<std::int64_t>(with->left_out.size()))
               .texts("open", ids)
               .take();
  }
  std::string why;
  for (const NotOpen& one : report.not_open) {
    why = one.project == place ? std::string(code_of(one.why)) : why;
  }
  return JsonDocument()
      .text("format", "bocage-choice-project/1")
      .text("project", territory.projects[place].id)
      .truth("open", find_open(report.chosen, place) != nullptr)
      .truth("open_without_guarantee", find_open(report.free, place) != nullptr)
      .text("why_not", why)
      .raw("best_with_it", best)
      .take();
}

std::string member_explained(const Territory& territory, const ChoiceReport& report,
                             StakeholderIndex member, Language language) {
  std::string out = wrapped(stakeholder_name(territory, member, language), 0);
  bool is_member = false;
  for (std::size_t place = 0; place < territory.projects.size(); ++place) {
    const SharedProject& project = territory.projects[place];
    const ProjectMember* const its = find_member(project, member);
    if (its == nullptr) {
      continue;
    }
    is_member = true;
    const OpenProject* const open = find_open(report.chosen, place);
    auto const part = open != nullptr ? part_in(territory, *open, member) : std::nullopt;
    std::string sentence = project.name + say(language, ": ", "\u00A0: ");
    if (part && project.quantity) {
      // Its own price, told to itself alone.
      sentence += say(language, "it makes {0}, at {1} a unit", "elle en produit {0}, à {1} l’unité",
                      quantity_in_words(*part, project.unit, language),
                      money_in_words(its->cost, territory.settings.currency, language));
    } else {
      sentence += part              ? say(language, "it opens, with it", "il ouvre, avec elle")
                  : open != nullptr ? say(language, "it opens, without it", "il ouvre, sans elle")
                                    : say(language, "it does not open", "il n’ouvre pas");
    }
    out += wrapped(sentence + ".", 2);
  }
  bool const only_by_guarantee =
      std::find(report.free.left_out.begin(), report.free.left_out.end(), member) !=
          report.free.left_out.end() &&
      std::find(report.chosen.left_out.begin(), report.chosen.left_out.end(), member) ==
          report.chosen.left_out.end();
  if (only_by_guarantee) {
    out += wrapped(say(language, "Without the guarantee that everybody is in, it would be in none.",
                       "Sans la garantie que chacun y soit, elle ne serait dans aucun."),
                   2);
  }
  return is_member ? out : std::string();
}

std::string write_member_explained(const Territory& territory, const ChoiceReport& report,
                                   StakeholderIndex member) {
  return JsonDocument()
      .text("format", "bocage-choice-member/1")
      .text("stakeholder", territory.stakeholders[member.position()].id)
      .raw("projects", ids_json(territory, report.chosen, member))
      .raw("projects_without_guarantee", ids_json(territory, report.free, member))
      .take();
}

}  // namespace bocage::exchange
