#include <algorithm>

#include "exchange/wording/layout.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"
#include "exchange/wording/tally_words.h"
#include "exchange/wording/vote_words.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

class Minutes {
 public:
  Minutes(const Territory& territory, const TallyReport& report, Language language)
      : assembly_(territory.assembly), report_(report), language_(language) {}

  [[nodiscard]] std::string statutes() const {
    const Statutes& statutes = assembly_.statutes;
    std::string text =
        tell("Minutes of the votes: {0}", "Procès-verbal des votes : {0}", report_.territory) +
        "\n\n";
    std::string rules =
        report_.voting == VotingUnit::kColleges
            ? tell("Votes count by college: each has its weight, divided as its members vote. ",
                   "Les voix se comptent par collège : chacun a son poids, partagé comme ses "
                   "associés votent. ")
            : tell("One member, one vote. ", "Un associé, une voix. ");
    rules += statutes.abstention == Abstention::kExpressed
                 ? tell("Who abstains counts as expressing a vote. ",
                        "Une abstention compte comme une voix exprimée. ")
                 : tell(
                       "Who abstains, votes blank or declares a conflict of interest expresses no "
                       "vote. ",
                       "Une abstention, un vote blanc ou un conflit d’intérêts déclaré ne sont "
                       "pas des voix exprimées. ");
    if (report_.voting == VotingUnit::kColleges) {
      rules += empty_college(statutes.empty_college);
    }
    rules += statutes.quorum == base::Fraction()
                 ? tell("No quorum is stated. ", "Aucun quorum n’est fixé. ")
                 : tell("Quorum: {0} of the members, present or represented. ",
                        "Quorum : {0} des associés, présents ou représentés. ",
                        base::to_text(statutes.quorum));
    rules +=
        statutes.most_proxies
            ? tell("A member carries at most {0} votes of others.",
                   "Un associé porte au plus {0} voix d’autres.", *statutes.most_proxies)
            : tell("No limit of proxies is stated.", "Aucune limite de procurations n’est fixée.");
    return text + wrapped(rules, 0);
  }

  [[nodiscard]] std::string of(std::size_t place) const {
    const ResolutionCount& count = report_.resolutions[place];
    const Resolution& resolution = assembly_.resolutions[count.resolution];
    std::string text = resolution.title;
    if (resolution.day) {
      text += ", " + day_in_words(*resolution.day, language_);
    }
    text += "\n";
    text += wrapped(presence(count) + " " + asked(resolution), 2);
    for (std::size_t c = 0; c < count.colleges.size(); ++c) {
      text += wrapped(college(count.colleges[c], assembly_.colleges[c]), 4);
    }
    text += wrapped(result(count, resolution), 2);
    if (std::string const near = nearness(count); !near.empty()) {
      text += wrapped(near, 2);
    }
    return text;
  }

 private:
  template <class... Arguments>
  [[nodiscard]] std::string tell(std::string_view english, std::string_view french,
                                 const Arguments&... arguments) const {
    return say(language_, english, french, arguments...);
  }

  [[nodiscard]] std::string empty_college(EmptyCollege rule) const {
    switch (rule) {
      case EmptyCollege::kLost:
        return tell("The weight of a college where nobody expresses a vote is for nobody. ",
                    "Le poids d’un collège où personne ne s’exprime n’est en faveur de "
                    "personne. ");
      case EmptyCollege::kRedistributed:
        return tell("The other colleges share the weight of one where nobody expresses a vote. ",
                    "Les autres collèges se partagent le poids de celui où personne ne "
                    "s’exprime. ");
      case EmptyCollege::kNotValid:
        break;
    }
    return tell("Where nobody in a college expresses a vote, nothing is decided. ",
                "Là où personne dans un collège ne s’exprime, rien n’est décidé. ");
  }

  [[nodiscard]] std::string presence(const ResolutionCount& count) const {
    std::string text =
        count.hands.members == 0
            ? tell("Present or represented: {0}; no table says of how many members",
                   "Présents ou représentés : {0} ; aucune table ne dit sur combien d’associés",
                   count.hands.present)
            : tell("Present or represented: {0} of {1} members",
                   "Présents ou représentés : {0} associés sur {1}", count.hands.present,
                   count.hands.members);
    if (count.hands.represented > 0) {
      text += tell(", {0} of them represented", ", dont {0} représentés", count.hands.represented);
    }
    return text + tell(". For: {0}, against: {1}, abstained: {2}.",
                       ". Pour : {0}, contre : {1}, abstentions : {2}.", count.hands.yes,
                       count.hands.no, count.hands.abstained);
  }

  [[nodiscard]] std::string asked(const Resolution& resolution) const {
    std::string text =
        tell("Asked: {0}.", "Il faut : {0}.", majority_in_words(resolution.majority, language_));
    if (resolution.quorum) {
      text += tell(" Quorum of this resolution: {0}.", " Quorum de cette résolution : {0}.",
                   base::to_text(*resolution.quorum));
    }
    return text;
  }

  [[nodiscard]] std::string college(const CollegeCount& count, const College& college) const {
    return tell("{0}, weight {1}: for {2}, against {3}, abstained {4}, of {5} members",
                "{0}, poids {1} : pour {2}, contre {3}, abstentions {4}, sur {5} associés",
                college.name, part_in_words(count.weight, language_), count.hands.yes,
                count.hands.no, count.hands.abstained, count.hands.members);
  }

  [[nodiscard]] std::string result(const ResolutionCount& count,
                                   const Resolution& resolution) const {
    std::string const in_favour = part_in_words(count.in_favour, language_);
    std::string const heads = part_in_words(count.in_favour_by_head, language_);
    switch (count.outcome) {
      case VoteOutcome::kNoQuorum:
        return tell("Not decided: the quorum of {0} is not reached.",
                    "Non décidée : le quorum de {0} n’est pas atteint.",
                    base::to_text(resolution.quorum.value_or(assembly_.statutes.quorum)));
      case VoteOutcome::kEmptyCollege:
        return tell("Not decided: nobody expresses a vote in {0}.",
                    "Non décidée : personne ne s’exprime dans {0}.", silent(count));
      case VoteOutcome::kNotVoted:
        return tell("Not voted.", "Non votée.");
      default:
        break;
    }
    std::string const outcome = outcome_in_words(count.outcome, language_);
    return report_.voting == VotingUnit::kColleges
               ? tell("Result: {0}. In favour: {1}; one member, one vote: {2}.",
                      "Résultat : {0}. En faveur : {1} ; un associé, une voix : {2}.", outcome,
                      in_favour, heads)
               : tell("Result: {0}. In favour: {1}.", "Résultat : {0}. En faveur : {1}.", outcome,
                      in_favour);
  }

  [[nodiscard]] std::string silent(const ResolutionCount& count) const {
    std::string names;
    for (std::size_t c = 0; c < count.colleges.size(); ++c) {
      const HandCount& hands = count.colleges[c].hands;
      bool const abstains = assembly_.statutes.abstention == Abstention::kExpressed;
      if (hands.yes + hands.no + (abstains ? hands.abstained : 0) == 0) {
        names += (names.empty() ? "" : ", ") + assembly_.colleges[c].name;
      }
    }
    return names;
  }

  // How many votes it hung on.
  [[nodiscard]] std::string nearness(const ResolutionCount& count) const {
    std::string list;
    for (std::size_t c = 0; c < count.colleges.size(); ++c) {
      if (count.colleges[c].turns) {
        list +=
            (list.empty() ? "" : ", ") +
            tell("{0} of {1}", "{0} de {1}", *count.colleges[c].turns, assembly_.colleges[c].name);
      }
    }
    if (count.turns) {
      return tell("It would have turned had {0} voted the other way.",
                  "L’issue changeait si {0} avaient voté dans l’autre sens.", *count.turns);
    }
    return list.empty()
               ? ""
               : tell("It would have turned had these voted the other way, one college alone: {0}.",
                      "L’issue changeait si ceux-ci avaient voté dans l’autre sens, un seul "
                      "collège à la fois : {0}.",
                      list);
  }

  const Assembly& assembly_;
  const TallyReport& report_;
  Language language_;
};

}  // namespace

std::string minutes_of(const Territory& territory, const TallyReport& report,
                       std::size_t resolution, Language language) {
  return Minutes(territory, report, language).of(resolution);
}

std::string minutes(const Territory& territory, const TallyReport& report, Language language) {
  Minutes const minutes(territory, report, language);
  std::string text = minutes.statutes();
  for (std::size_t r = 0; r < report.resolutions.size(); ++r) {
    text += "\n" + minutes.of(r);
  }
  FigureTables tables = tally_tables(territory, report, language);
  std::string const power = "power";
  tables.erase(std::remove_if(tables.begin(), tables.end(),
                              [&](const FigureTable& table) {
                                return table.id.compare(0, power.size(), power) != 0;
                              }),
               tables.end());
  return text + (tables.empty() ? "" : "\n" + tables_as_text(tables));
}

}  // namespace bocage::exchange
