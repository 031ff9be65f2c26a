#include "exchange/wording/tally_words.h"

#include <algorithm>

#include "exchange/wording/figure_cells.h"
#include "exchange/wording/say.h"
#include "exchange/wording/vote_words.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

class Tables {
 public:
  Tables(const Territory& territory, const TallyReport& report, Language language)
      : assembly_(territory.assembly), report_(report), language_(language) {}

  FigureTables run() {
    add_resolutions();
    if (report_.voting == VotingUnit::kColleges) {
      add_colleges();
      for (std::size_t p = 0; p < report_.powers.size(); ++p) {
        add_power(report_.powers[p], p);
      }
    }
    return std::move(tables_);
  }

 private:
  template <class... Arguments>
  [[nodiscard]] std::string tell(std::string_view english, std::string_view french,
                                 const Arguments&... arguments) const {
    return say(language_, english, french, arguments...);
  }
  [[nodiscard]] FigureCell part(const std::string& fraction) const {
    return figure(part_in_words(fraction, language_), part_rounded(fraction));
  }

  void add_resolutions() {
    FigureTable& table =
        add_table(tables_, "votes",
                  tell("{0}: what was decided", "{0} : ce qui a été décidé", report_.territory));
    // What matters most first: a sheet of paper may be too narrow for the rest.
    table.header = {tell("resolution", "résolution"),
                    tell("outcome", "résultat"),
                    tell("asked", "majorité demandée"),
                    tell("in favour", "en faveur"),
                    tell("one member, one vote", "un associé, une voix"),
                    tell("for", "pour"),
                    tell("against", "contre"),
                    tell("abstain", "abstentions"),
                    tell("present", "présents"),
                    tell("members", "associés")};
    for (const ResolutionCount& one : report_.resolutions) {
      const Resolution& resolution = assembly_.resolutions[one.resolution];
      table.rows.push_back(
          {words(resolution.title), words(outcome_in_words(one.outcome, language_)),
           words(majority_in_words(resolution.majority, language_)), part(one.in_favour),
           part(one.in_favour_by_head), count_cell(one.hands.yes), count_cell(one.hands.no),
           count_cell(one.hands.abstained), count_cell(one.hands.present),
           count_cell(one.hands.members)});
    }
    table.note =
        report_.voting == VotingUnit::kColleges
            ? tell(
                  "In favour: each college has its weight, divided as its members vote. Counted "
                  "in exact fractions.",
                  "En faveur : chaque collège a son poids, partagé comme ses associés "
                  "votent. Compté en fractions exactes.")
            : tell("Counted in exact fractions.", "Compté en fractions exactes.");
  }

  void add_colleges() {
    FigureTable& table =
        add_table(tables_, "votes-by-college", tell("College by college", "Collège par collège"));
    table.header = {tell("resolution", "résolution"),
                    tell("college", "collège"),
                    tell("weight", "poids"),
                    tell("for", "pour"),
                    tell("against", "contre"),
                    tell("abstain", "abstentions"),
                    tell("present", "présents"),
                    tell("members", "associés"),
                    tell("to turn it", "pour l’inverser")};
    table.note = tell(
        "To turn it: how many of the college would have to vote the other way, all others voting "
        "as they did; none where it cannot alone.",
        "Pour l’inverser : combien d’associés du collège devraient voter dans l’autre sens, "
        "les autres votant de même ; rien là où il ne le peut seul.");
    for (const ResolutionCount& one : report_.resolutions) {
      for (std::size_t c = 0; c < one.colleges.size(); ++c) {
        const CollegeCount& college = one.colleges[c];
        table.rows.push_back({words(assembly_.resolutions[one.resolution].title),
                              words(assembly_.colleges[c].name), part(college.weight),
                              count_cell(college.hands.yes), count_cell(college.hands.no),
                              count_cell(college.hands.abstained),
                              count_cell(college.hands.present), count_cell(college.hands.members),
                              college.turns ? count_cell(*college.turns) : words("–")});
      }
    }
  }

  void add_power(const MajorityPower& power, std::size_t place) {
    FigureTable& table =
        add_table(tables_, place == 0 ? "power" : "power-" + std::to_string(place + 1),
                  tell("Who can block, where {0} is asked", "Qui peut bloquer, là où il faut {0}",
                       majority_in_words(power.majority, language_)));
    table.header = {tell("college", "collège"), tell("weight", "poids"),
                    tell("Banzhaf index", "indice de Banzhaf"),
                    tell("Shapley–Shubik index", "indice de Shapley-Shubik"),
                    tell("blocks alone", "bloque seul")};
    Millionths all(0);
    for (const College& college : assembly_.colleges) {
      all += college.weight.value_or(Millionths(1));
    }
    for (std::size_t c = 0; c < power.colleges.size(); ++c) {
      const CollegePower& one = power.colleges[c];
      Millionths const weight = assembly_.colleges[c].weight.value_or(Millionths(1));
      table.rows.push_back({words(assembly_.colleges[c].name),
                            part(base::to_text(base::Fraction(weight.count(), all.count()))),
                            part(one.banzhaf), part(one.shapley_shubik),
                            words(one.blocks_alone ? tell("yes", "oui") : "–")});
    }
    table.note = tell(
        "Where each college votes as one. The smallest groups that nothing passes "
        "against: {0}.",
        "Si chaque collège vote d’un bloc. Les plus petits groupes contre lesquels "
        "rien ne passe : {0}.",
        groups_in_words(power.blocking));
  }

  [[nodiscard]] std::string groups_in_words(
      const std::vector<std::vector<std::size_t>>& groups) const {
    constexpr std::size_t kTold = 12;
    std::string text;
    for (std::size_t g = 0; g < std::min(groups.size(), kTold); ++g) {
      std::string group;
      for (std::size_t const college : groups[g]) {
        group += (group.empty() ? "" : " + ") + assembly_.colleges[college].name;
      }
      text += (text.empty() ? "" : list_separator(language_)) + group;
    }
    return text + (groups.size() > kTold ? list_separator(language_) + "…" : "");
  }

  const Assembly& assembly_;
  const TallyReport& report_;
  Language language_;
  FigureTables tables_;
};

}  // namespace

FigureTables tally_tables(const Territory& territory, const TallyReport& report,
                          Language language) {
  return Tables(territory, report, language).run();
}

}  // namespace bocage::exchange
