#include "exchange/wording/problems.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/text.h"
#include "exchange/wording/problem_tables.h"

namespace bocage::exchange {
namespace {

using territory::Language;
using territory::Place;
using territory::Problem;

// What people wrote, short enough to stand in a sentence and on one line.
std::string quotable(std::string_view text, std::size_t longest = 80) {
  std::string short_text(text.substr(0, longest));
  if (text.size() > longest) {
    if (auto const cut = base::first_invalid_utf8(short_text)) {
      short_text.resize(*cut);
    }
    short_text += "…";
  }
  for (char& c : short_text) {
    auto const byte = static_cast<unsigned char>(c);
    c = byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  return short_text;
}

// Facts that are words of the program rather than of the people who wrote the table.
struct CodedFact {
  std::string_view code;
  std::string_view english;
  std::string_view french;
};
constexpr std::array<CodedFact, 12> kCodedFacts{{
    {"resource", "what is given does not serve what is needed",
     "ce qui est apporté ne répond pas à ce qu’il faut"},
    {"dates", "their dates share no day", "leurs dates n’ont aucun jour en commun"},
    {"ban", "a row of bans.csv forbids it", "une ligne de bans.csv l’interdit"},
    {"text", "a text", "un texte"},
    {"number", "a number", "un nombre"},
    {"count", "a whole number from 0", "un nombre entier à partir de 0"},
    {"truth", "true or false", "true ou false"},
    {"fraction", "a fraction such as \"12/23\"", "une fraction comme « 12/23 »"},
    {"object", "an object, {…}", "un objet, {…}"},
    {"list", "a list, […]", "une liste, […]"},
    {"code", "one of the words docs/formats/plan.md lists",
     "l’un des mots que donne docs/formats/plan.md"},
    {"keys", "no key but those of docs/formats/plan.md",
     "aucune clé hors de celles de docs/formats/plan.md"},
}};

std::string_view coded_fact(std::string_view code, Language language) {
  auto const known = std::find_if(kCodedFacts.begin(), kCodedFacts.end(),
                                  [&](const CodedFact& fact) { return fact.code == code; });
  if (known == kCodedFacts.end()) {
    return code;
  }
  return language == Language::kFrench ? known->french : known->english;
}

// The value of what stands between braces; nothing where the problem does not know it.
std::optional<std::string> value_of_field(std::string_view field, const Problem& problem,
                                          Language language) {
  if (field == "found") {
    return quotable(problem.found);
  }
  bool const coded = field.starts_with('=');
  field.remove_prefix(coded ? 1 : 0);
  std::size_t number = 0;
  std::from_chars(field.data(), field.data() + field.size(), number);
  if (number >= problem.facts.size() || problem.facts[number].empty()) {
    return std::nullopt;
  }
  if (coded) {
    return std::string(coded_fact(problem.facts[number], language));
  }
  if (!field.ends_with('+')) {
    constexpr std::size_t kLongestFact = 300;
    return quotable(problem.facts[number], kLongestFact);
  }
  std::string list;
  for (std::size_t i = number; i < problem.facts.size(); ++i) {
    list += (list.empty() ? "" : ", ") + problem.facts[i];
  }
  return list;
}

bool is_field(std::string_view inside) {
  constexpr std::string_view kFirst = "=0123456789";
  return inside == "found" || (!inside.empty() && kFirst.find(inside[0]) != std::string_view::npos);
}

// `complete` becomes false where a field has no value.
std::string fill_fields(std::string_view text, const Problem& problem, Language language,
                        bool& complete) {
  std::string filled;
  complete = true;
  while (!text.empty()) {
    std::size_t const open = std::min(text.find('{'), text.size());
    filled += text.substr(0, open);
    text.remove_prefix(open);
    std::size_t const close = text.find('}');
    if (close == std::string_view::npos) {
      return filled + std::string(text);
    }
    std::string_view const inside = text.substr(1, close - 1);
    if (!is_field(inside)) {
      filled += text.front();  // a brace of its own, as in the JSON that sentences show
      text.remove_prefix(1);
      continue;
    }
    auto const value = value_of_field(inside, problem, language);
    complete = complete && value.has_value();
    filled += value.value_or("");
    text.remove_prefix(close + 1);
  }
  return filled;
}

// An optional part holds a field; square brackets without one stand for themselves.
std::string fill(std::string_view text, const Problem& problem, Language language) {
  std::string filled;
  bool complete = true;
  while (!text.empty()) {
    std::size_t const open = std::min(text.find('['), text.size());
    filled += fill_fields(text.substr(0, open), problem, language, complete);
    text.remove_prefix(open);
    std::size_t const close = text.find(']');
    if (close == std::string_view::npos) {
      return filled + std::string(text);
    }
    std::string_view const part = text.substr(1, close - 1);
    std::string const inside = fill_fields(part, problem, language, complete);
    bool const optional = inside != part || !complete;
    if (!optional) {
      filled += "[" + inside + "]";
    } else if (complete) {
      filled += inside;
    }
    text.remove_prefix(close + 1);
  }
  return filled;
}

std::string_view words_of(const Problem& problem, Language language) {
  const ProblemWordings& table =
      language == Language::kFrench ? french_problems() : english_problems();
  return table[static_cast<std::size_t>(problem.code)].text;
}

}  // namespace

std::string place_in_words(const Place& place, Language language) {
  bool const french = language == Language::kFrench;
  std::string words = place.file;
  if (place.file == "-") {
    words = french ? "entrée standard" : "standard input";
  }
  if (!place.path.empty()) {
    return words + (words.empty() ? "" : ", ") + place.path;
  }
  if (place.line > 0) {
    words += (french ? ", ligne " : ", line ") + std::to_string(place.line);
  }
  if (place.column > 0) {
    words += (french ? ", colonne " : ", column ") + std::to_string(place.column);
  }
  if (!place.header.empty()) {
    words += " (" + quotable(place.header) + ")";
  }
  return words;
}

std::string sentence(const Problem& problem, Language language) {
  std::string const place = place_in_words(problem.place, language);
  std::string text = fill(words_of(problem, language), problem, language);
  if (place.empty()) {
    return text;
  }
  return place + (language == Language::kFrench ? "\xC2\xA0: " : ": ") + text;
}

}  // namespace bocage::exchange
