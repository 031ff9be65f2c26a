#include "exchange/wording/rules_words.h"

#include <algorithm>
#include <tuple>

#include "exchange/wording/figure_cells.h"
#include "exchange/wording/layout.h"
#include "exchange/wording/money.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"
#include "exchange/wording/vote_words.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

class Words {
 public:
  Words(const Territory& territory, const RulesReport& report, Language language)
      : territory_(territory),
        assembly_(territory.assembly),
        report_(report),
        language_(language) {}

  FigureTables tables() {
    add_rules();
    add_capital();
    add_surpluses();
    return std::move(tables_);
  }

  [[nodiscard]] std::vector<const RuleJudgement*> missed_first() const {
    std::vector<const RuleJudgement*> order;
    for (const RuleJudgement& judgement : report_.judgements) {
      order.push_back(&judgement);
    }
    auto const rank = [](const RuleJudgement& judgement) {
      return judgement.verdict == RuleVerdict::kMissed      ? (warns_only(judgement.rule) ? 1 : 0)
             : judgement.verdict == RuleVerdict::kNotJudged ? 2
                                                            : 3;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](const auto* a, const auto* b) { return rank(*a) < rank(*b); });
    return order;
  }

  // "MISSED R-PTCE-1: At least two … (found 1; at least 2)."
  [[nodiscard]] std::string line(const RuleJudgement& judgement) const {
    return tell("{0}, {1}: {2} ({3}).", "{0}, {1} : {2} ({3}).", judgement.rule.id,
                verdict(judgement), sentence(judgement.rule), why(judgement));
  }

  [[nodiscard]] std::string explained(const RuleJudgement& judgement) const {
    const LegalRule& rule = judgement.rule;
    std::string text = rule.id + "\n" + wrapped(sentence(rule), 2);
    text += wrapped(tell("{0}: {1}", "{0} : {1}", verdict(judgement), why(judgement)), 2);
    for (const RuleBreach& breach : judgement.breaches) {
      text += wrapped(breach_in_words(breach, rule), 4);
    }
    for (const CapitalStep& step : report_.capital) {
      bool const told =
          rule.predicate == RulePredicate::kPublicCapital && (step.is_over || step.is_refused);
      text += told ? wrapped(step_in_words(step), 4) : "";
    }
    return text +
           wrapped(tell("Source: {0}. {1}", "Source : {0}. {1}", rule.source, days(rule)), 2);
  }

 private:
  template <class... Arguments>
  [[nodiscard]] std::string tell(std::string_view english, std::string_view french,
                                 const Arguments&... arguments) const {
    return say(language_, english, french, arguments...);
  }

  [[nodiscard]] const std::string& sentence(const LegalRule& rule) const {
    return language_ == Language::kFrench ? rule.french : rule.english;
  }

  [[nodiscard]] static bool warns_only(const LegalRule& rule) {
    return rule.severity != RuleSeverity::kError || rule.confidence == RuleConfidence::kUnchecked;
  }

  [[nodiscard]] std::string verdict(const RuleJudgement& judgement) const {
    switch (judgement.verdict) {
      case RuleVerdict::kMet:
        return tell("met", "respectée");
      case RuleVerdict::kMissed:
        return warns_only(judgement.rule) ? tell("missed (warning)", "non respectée (alerte)")
                                          : tell("MISSED", "NON RESPECTÉE");
      case RuleVerdict::kNotJudged:
        break;
    }
    return tell("cannot be judged", "ne peut être jugée");
  }

  [[nodiscard]] std::string why(const RuleJudgement& judgement) const {
    switch (judgement.obstacle) {
      case RuleObstacle::kNoTable:
        return tell("there is no {0}", "il n’y a pas de {0}", judgement.missing);
      case RuleObstacle::kNoColumn:
        return tell("nothing is written under {0}", "rien n’est écrit sous {0}", judgement.missing);
      case RuleObstacle::kNoRows:
        return tell("{0} has no rows", "{0} n’a aucune ligne", judgement.missing);
      case RuleObstacle::kNotANumber:
        return tell("no number in {0}", "pas de nombre dans {0}", judgement.missing);
      case RuleObstacle::kByHand:
        return tell("no table tells it; people must",
                    "aucune table ne le dit ; à des "
                    "personnes de le dire");
      case RuleObstacle::kNone:
        break;
    }
    return found(judgement);
  }

  // "found 12; at least 2", "3 that are not: …".
  [[nodiscard]] std::string found(const RuleJudgement& judgement) const {
    std::string text;
    if (!judgement.found.empty()) {
      text = tell("found {0}", "trouvé {0}", number(judgement.found, judgement.rule));
    }
    std::string const asked = bounds(judgement.rule.parameter, judgement.rule);
    if (!asked.empty()) {
      text += (text.empty() ? "" : list_separator(language_)) + asked;
    }
    constexpr std::size_t kTold = 3;
    std::string list;
    for (std::size_t b = 0; b < std::min(kTold, judgement.breaches.size()); ++b) {
      const RuleBreach& breach = judgement.breaches[b];
      if (!breach.what.empty() || breach.line > 0) {
        list += (list.empty() ? "" : list_separator(language_)) +
                breach_in_words(breach, judgement.rule);
      }
    }
    if (judgement.breaches.size() > kTold) {
      list += tell("; and {0} more", " ; et {0} de plus", judgement.breaches.size() - kTold);
    }
    text += list.empty() ? "" : (text.empty() ? "" : " – ") + list;
    return text.empty() ? tell("all of them", "toutes") : text;
  }

  [[nodiscard]] static bool is_ratio(const LegalRule& rule) {
    return rule.predicate == RulePredicate::kShare ||
           rule.predicate == RulePredicate::kCollegeWeights ||
           rule.predicate == RulePredicate::kPublicCapital;
  }

  [[nodiscard]] std::string number(const std::string& text, const LegalRule& rule) const {
    if (is_ratio(rule)) {
      return part_in_words(text, language_);
    }
    if (rule.predicate == RulePredicate::kReserves) {
      return text + " " + territory_.settings.currency;
    }
    return rule.predicate == RulePredicate::kSum ? number_in_words(part_rounded(text), language_)
                                                 : text;
  }

  [[nodiscard]] std::string bounds(const RuleParameter& parameter, const LegalRule& rule) const {
    auto const bound = [&](Millionths number) {
      constexpr std::int64_t kPercent = 100;
      bool const percent = is_ratio(rule) || rule.predicate == RulePredicate::kReserves;
      return percent ? quantity_in_words(Millionths(number.count() * kPercent), "%", language_)
                     : number_in_words(number, language_);
    };
    std::string text;
    if (parameter.at_least) {
      text = tell("at least {0}", "au moins {0}", bound(*parameter.at_least));
    }
    if (parameter.at_most) {
      text += (text.empty() ? "" : ", ") +
              tell("at most {0}", "au plus {0}", bound(*parameter.at_most));
    }
    return text;
  }

  [[nodiscard]] std::string breach_in_words(const RuleBreach& breach, const LegalRule& rule) const {
    std::string text = breach.what;
    if (breach.line > 0) {
      text += (text.empty() ? "" : ", ") + tell("line {0}", "ligne {0}", breach.line);
    }
    bool const is_number =
        rule.predicate != RulePredicate::kEvery && rule.predicate != RulePredicate::kCovers;
    std::string const told = is_number ? number(breach.found, rule) : breach.found;
    return text.empty() ? told : text + " (" + told + ")";
  }

  [[nodiscard]] std::string days(const LegalRule& rule) const {
    if (!rule.valid.is_open_start() && !rule.valid.is_open_end()) {
      return tell("In force from {0} to {1}.", "En vigueur du {0} au {1}.",
                  day_in_words(rule.valid.first, language_),
                  day_in_words(rule.valid.last, language_));
    }
    if (!rule.valid.is_open_start()) {
      return tell("In force since {0}.", "En vigueur depuis le {0}.",
                  day_in_words(rule.valid.first, language_));
    }
    return rule.valid.is_open_end() ? ""
                                    : tell("In force until {0}.", "En vigueur jusqu’au {0}.",
                                           day_in_words(rule.valid.last, language_));
  }

  void add_rules() {
    std::string forms;
    for (const std::string& form : report_.forms) {
      forms += (forms.empty() ? "" : ", ") + form;
    }
    FigureTable& table =
        add_table(tables_, "rules",
                  tell("{0}: the rules of {1}, on {2}", "{0} : les règles de {1}, le {2}",
                       report_.territory, forms, day_in_words(report_.day, language_)));
    table.header = {tell("rule", "règle"), tell("what it asks", "ce qu’elle demande"),
                    tell("verdict", "verdict"), tell("found", "constaté"), "source"};
    for (const RuleJudgement* const judgement : missed_first()) {
      table.rows.push_back({words(judgement->rule.id), words(sentence(judgement->rule)),
                            words(verdict(*judgement)), words(why(*judgement)),
                            words(judgement->rule.source)});
    }
    table.note = tell(
        "A rule that nobody read in the law itself warns and never blocks. A rule its tables "
        "cannot answer is not judged: nothing is supposed.",
        "Une règle que personne n’a lue dans la loi même alerte et ne bloque jamais. Une règle à "
        "laquelle les tables ne répondent pas n’est pas jugée : rien n’est supposé.");
  }

  // Names of people stay out: a category tells enough.
  [[nodiscard]] std::string holder(const Associate& associate) const {
    if (associate.is_public) {
      return associate.name;
    }
    return associate.category.empty() ? tell("a member", "un associé") : associate.category;
  }

  [[nodiscard]] std::string step_in_words(const CapitalStep& step) const {
    const ShareMove& move = assembly_.moves[step.move];
    if (step.holding < 0) {
      return tell("{0}: {1} asks to give back more than is left to it",
                  "{0} : {1} demande à rendre plus qu’il ne lui reste",
                  day_in_words(move.day, language_), holder(assembly_.associates[move.associate]));
    }
    std::string const part =
        part_in_words(base::to_text(base::Fraction(step.public_shares, step.shares)), language_);
    std::string text =
        step.is_refused
            ? tell("{0}: {1} asks for {2} shares; refused, the public part would be {3}",
                   "{0} : {1} demande {2} parts ; refusé, la part publique serait de {3}",
                   day_in_words(move.day, language_), holder(assembly_.associates[move.associate]),
                   move.shares, part)
            : tell("{0}: the public part is {1}", "{0} : la part publique est de {1}",
                   day_in_words(move.day, language_), part);
    if (step.lacking > 0) {
      text += tell("; others would have to take {0} shares",
                   " ; il faudrait que d’autres prennent {0} parts", step.lacking);
    }
    return text;
  }

  void add_capital() {
    if (report_.capital.empty()) {
      return;
    }
    FigureTable& table =
        add_table(tables_, "capital", tell("The register of capital", "Le registre du capital"));
    table.header = {tell("date", "date"),
                    tell("member", "associé"),
                    tell("shares", "parts"),
                    tell("in all", "en tout"),
                    tell("public part", "part publique"),
                    tell("state", "état")};
    for (const CapitalStep& step : report_.capital) {
      const ShareMove& move = assembly_.moves[step.move];
      std::string const part = base::to_text(
          step.shares > 0 ? base::Fraction(step.public_shares, step.shares) : base::Fraction());
      table.rows.push_back(
          {words(base::format_day(move.day)), words(holder(assembly_.associates[move.associate])),
           count_cell(move.shares), count_cell(step.shares),
           step.holding < 0 ? words("")
                            : figure(part_in_words(part, language_), part_rounded(part)),
           words(state(step))});
    }
    table.note = note_on_capital();
  }

  [[nodiscard]] std::string state(const CapitalStep& step) const {
    std::string text;
    if (step.is_refused) {
      text = step.holding < 0
                 ? tell("refused: more than is left to it", "refusé : plus qu’il ne lui reste")
                 : tell("refused", "refusé");
    } else if (step.is_over) {
      text = tell("ABOVE THE CEILING", "AU-DESSUS DU PLAFOND");
    } else {
      text = assembly_.moves[step.move].is_asked ? tell("possible", "possible") : "";
    }
    return step.lacking == 0 ? text
                             : text + tell("; lacks {0} shares of others",
                                           " ; il manque {0} parts d’autres", step.lacking);
  }

  [[nodiscard]] std::string note_on_capital() const {
    std::string text;
    if (report_.public_ceiling) {
      constexpr std::int64_t kPercent = 100;
      text = tell(
          "The public part is looked at after every entry and exit; ceiling {0}. What is "
          "asked and would pass it is refused, and not counted afterwards.",
          "La part publique est regardée après chaque entrée et sortie ; plafond {0}. Ce "
          "qui est demandé et le dépasserait est refusé, et n’est pas compté ensuite.",
          quantity_in_words(Millionths(report_.public_ceiling->count() * kPercent), "%",
                            language_));
    }
    for (const RuleJudgement& judgement : report_.judgements) {
      if (judgement.rule.predicate == RulePredicate::kPublicCapital) {
        text += " " + judgement.rule.source + ".";
      }
    }
    if (auto const value = assembly_.statutes.share_value) {
      text += tell(" A share is worth {0}.", " Une part vaut {0}.",
                   money_in_words(*value, territory_.settings.currency, language_));
    }
    return text;
  }

  void add_surpluses() {
    if (report_.surpluses.empty()) {
      return;
    }
    auto const money = [&](Millionths amount) {
      return figure(money_in_words(amount, territory_.settings.currency, language_), amount);
    };
    FigureTable& table =
        add_table(tables_, "surpluses",
                  tell("Surplus and reserves, at least", "Excédent et réserves, au moins"));
    table.header = {tell("year", "année"),
                    tell("surplus", "excédent"),
                    tell("legal reserve", "réserve légale"),
                    tell("other reserves", "autres réserves"),
                    tell("in all", "en tout"),
                    tell("left", "reste")};
    for (const SurplusSplit& split : report_.surpluses) {
      const Surplus& surplus = assembly_.surpluses[split.surplus];
      Millionths const all = split.legal_reserve + split.other_reserve;
      table.rows.push_back({words(surplus.year), money(surplus.surplus), money(split.legal_reserve),
                            money(split.other_reserve), money(all), money(surplus.surplus - all)});
    }
  }

  const Territory& territory_;
  const Assembly& assembly_;
  const RulesReport& report_;
  Language language_;
  FigureTables tables_;
};

}  // namespace

FigureTables rules_tables(const Territory& territory, const RulesReport& report,
                          Language language) {
  return Words(territory, report, language).tables();
}

std::string rules_in_words(const Territory& territory, const RulesReport& report,
                           Language language) {
  Words words(territory, report, language);
  FigureTables tables = words.tables();
  const FigureTable& rules = tables.front();
  std::string text = rules.title + "\n";
  for (const RuleJudgement* const judgement : words.missed_first()) {
    text += wrapped(words.line(*judgement), 2);
  }
  text += wrapped(rules.note, 2);
  tables.erase(tables.begin());
  constexpr std::size_t kShownOnTerminal = 60;
  return tables.empty()
             ? text
             : text + "\n" + tables_for_terminal(std::move(tables), kShownOnTerminal, language);
}

std::string rule_explained(const Territory& territory, const RulesReport& report,
                           const RuleJudgement& judgement, Language language) {
  return Words(territory, report, language).explained(judgement);
}

}  // namespace bocage::exchange
