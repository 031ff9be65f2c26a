#include "exchange/wording/import_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "exchange/json.h"
#include "exchange/wording/import_tables.h"
#include "exchange/wording/layout.h"
#include "exchange/wording/problems.h"
#include "exchange/wording/say.h"

namespace bocage::exchange {
namespace {

using importing::Field;
using importing::Finding;
using importing::Import;
using importing::Level;
using importing::SheetGuess;
using importing::SheetPlace;
using importing::TableKind;
using territory::Language;

// French sets ; : ? and quotation marks apart by a space where no line may end.
std::string french_spaces(std::string_view text) {
  constexpr std::string_view kNoBreak = "\u00A0";
  std::string spaced;
  for (std::size_t at = 0; at < text.size(); ++at) {
    char const next = at + 1 < text.size() ? text[at + 1] : '\0';
    bool const before = next == ';' || next == ':' || next == '?' || next == '!' ||
                        text.substr(at + 1).starts_with("»");
    bool const after = spaced.ends_with("«");
    if (text[at] == ' ' && (before || after)) {
      spaced += kNoBreak;
    } else {
      spaced.push_back(text[at]);
    }
  }
  return spaced;
}

std::string in_words(Language language, std::string_view english, std::string_view french) {
  return language == Language::kFrench ? french_spaces(french) : std::string(english);
}

// What people wrote, on one line and short enough for a sentence.
std::string quotable(std::string_view text) {
  constexpr std::size_t kLongest = 300;
  std::string plain(text.substr(0, kLongest));
  if (text.size() > kLongest) {
    plain.resize(base::first_invalid_utf8(plain).value_or(plain.size()));
    plain += "…";
  }
  for (char& c : plain) {
    auto const byte = static_cast<unsigned char>(c);
    c = byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  return plain;
}

std::string file_name(const std::string& path) {
  std::size_t const slash = path.rfind('/');
  return quotable(slash == std::string::npos ? path : path.substr(slash + 1));
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : ", ") + word;
  }
  return text;
}

// A proposal as it would be written: in French, the figure of "12.5 kg" has a comma.
std::string fix_in_words(const Finding& finding, Language language) {
  std::string fix = quotable(finding.fix);
  std::size_t const point = fix.find_first_not_of("0123456789");
  if (language == Language::kFrench && point != std::string::npos && point > 0 &&
      fix[point] == '.') {
    std::size_t const end = std::min(fix.find_first_not_of("0123456789", point + 1), fix.size());
    bool const is_figure = end > point + 1 && (end == fix.size() || fix[end] == ' ');
    fix[point] = is_figure ? ',' : '.';
  }
  return fix;
}

std::string body(const Finding& finding, Language language) {
  if (finding.code == importing::FindingCode::kFileProblem) {
    return sentence(finding.problem, language);
  }
  FindingWording const& wording = finding_wordings()[static_cast<std::size_t>(finding.code)];
  std::string const text = in_words(language, wording.english, wording.french);
  std::vector<std::string> facts;
  for (const std::string& fact : finding.facts) {
    facts.push_back(quotable(fact));
  }
  if (finding.code == importing::FindingCode::kCommuneAmbiguous) {
    facts = {joined(facts)};
  }
  facts.resize(2);
  return fmt::format(fmt::runtime(text), facts[0], facts[1],
                     fmt::arg("found", quotable(finding.found)),
                     fmt::arg("fix", fix_in_words(finding, language)));
}

// A fix that the sentence does not name yet.
bool proposes(const Finding& finding) {
  return finding.level == Level::kProblem && !finding.fix.empty();
}

std::string kind_in_words(TableKind kind, Language language) {
  switch (kind) {
    case TableKind::kStakeholders:
      return in_words(language, "stakeholders", "parties prenantes");
    case TableKind::kNeeds:
      return in_words(language, "needs", "besoins");
    case TableKind::kContributions:
      return in_words(language, "contributions", "apports");
    case TableKind::kBoth:
      return in_words(language, "needs and contributions", "besoins et apports");
    case TableKind::kPurchases:
      return in_words(language, "purchases", "achats");
    case TableKind::kNone:
      break;
  }
  return "";
}

struct FieldWords {
  Field field;
  std::string_view english;
  std::string_view french;
};

constexpr std::array kFieldWords{
    FieldWords{Field::kId, "identifier", "identifiant"},
    FieldWords{Field::kStakeholder, "who", "qui"},
    FieldWords{Field::kKind, "kind of stakeholder", "type de partie prenante"},
    FieldWords{Field::kType, "kind", "type"},
    FieldWords{Field::kCommune, "commune", "commune"},
    FieldWords{Field::kCommuneCode, "commune, by its INSEE code", "commune, par son code INSEE"},
    FieldWords{Field::kPostcode, "post code, to tell communes apart",
               "code postal, pour distinguer les communes"},
    FieldWords{Field::kLongitude, "longitude", "longitude"},
    FieldWords{Field::kLatitude, "latitude", "latitude"},
    FieldWords{Field::kSiret, "SIRET", "SIRET"},
    FieldWords{Field::kPeople, "how many people", "combien de personnes"},
    FieldWords{Field::kSide, "need or contribution", "besoin ou apport"},
    FieldWords{Field::kNeed, "what is needed", "ce qu'il faut"},
    FieldWords{Field::kOffer, "what is contributed", "ce qui est apporté"},
    FieldWords{Field::kResource, "resource", "ressource"},
    FieldWords{Field::kQuantity, "quantity", "quantité"},
    FieldWords{Field::kProduct, "how much of this resource", "combien de cette ressource"},
    FieldWords{Field::kUnit, "unit", "unité"},
    FieldWords{Field::kMinimum, "smallest useful quantity", "quantité minimale utile"},
    FieldWords{Field::kFrom, "first day", "premier jour"},
    FieldWords{Field::kUntil, "last day", "dernier jour"},
    FieldWords{Field::kPeriod, "first and last day", "premier et dernier jour"},
    FieldWords{Field::kReach, "reach in km", "distance maximale en km"},
    FieldWords{Field::kPrice, "price per unit", "prix par unité"},
    FieldWords{Field::kIntensity, "intensity, 1 to 3", "intensité, de 1 à 3"},
    FieldWords{Field::kProblem, "shared problem", "problématique commune"},
};

std::string field_in_words(const importing::TableColumn& column, bool purchases,
                           Language language) {
  if (purchases) {
    return in_words(language, "as in the schema", "comme dans le schéma");
  }
  for (const FieldWords& words : kFieldWords) {
    if (words.field == column.field) {
      std::string text = in_words(language, words.english, words.french);
      return column.unit.empty() ? text : text + ", " + column.unit;
    }
  }
  return in_words(language, "kept as it is", "gardée telle quelle");
}

std::string sheet_in_words(const SheetGuess& guess, Language language) {
  std::string const name = guess.sheet.empty()
                               ? file_name(guess.file)
                               : file_name(guess.file) + ", " + quotable(guess.sheet);
  std::string const format =
      guess.rows == 1 ? in_words(language, "{0}: {1}; {2} row under the header in row {3}\n",
                                 "{0} : {1} ; {2} ligne sous les en-têtes de la ligne {3}\n")
                      : in_words(language, "{0}: {1}; {2} rows under the header in row {3}\n",
                                 "{0} : {1} ; {2} lignes sous les en-têtes de la ligne {3}\n");
  std::string text = fmt::format(fmt::runtime(format), name, kind_in_words(guess.kind, language),
                                 guess.rows, guess.header_row);
  Columns columns({Columns::Align::kLeft, Columns::Align::kLeft, Columns::Align::kLeft});
  for (const importing::TableColumn& column : guess.columns) {
    columns.add_row({column_letters(column.column),
                     language == Language::kFrench ? "«\u00A0" + quotable(column.header) + "\u00A0»"
                                                   : "\"" + quotable(column.header) + "\"",
                     field_in_words(column, guess.kind == TableKind::kPurchases, language)});
  }
  return text + columns.to_text(4) + "\n";
}

std::string findings_in_words(const Import& import, Level level, std::string_view title,
                              Language language) {
  if (import.count(level) == 0) {
    return "";
  }
  std::string text = fmt::format("{} ({})\n", title, import.count(level));
  for (const Finding& finding : import.findings) {
    if (finding.level == level) {
      text += "  " + sentence(finding, language) + "\n";
    }
  }
  return text + "\n";
}

// "Besoins 6, 7, 9; Offres 4".
std::string left_out_in_words(const Import& import, Language language) {
  std::string text;
  const std::pair<std::string, std::string>* last = nullptr;
  for (auto const& [source, row] : import.rows_left_out) {
    bool const same = last != nullptr && *last == source;
    std::string const name =
        source.second.empty() ? file_name(source.first) : quotable(source.second);
    text += same ? ", " : (text.empty() ? "" : list_separator(language)) + name + " ";
    text += std::to_string(row);
    last = &source;
  }
  return text;
}

// The first form for one, the second for any other number.
std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format(fmt::runtime(count == 1 ? one : many), count);
}

std::size_t rows_of(const Import& import, const std::string& table) {
  auto const found = import.tables.find(table);
  return found == import.tables.end() ? 0 : found->second.rows.size();
}

std::string contents(const Import& import, Language language) {
  std::string const format =
      in_words(language, "stakeholders {0}, resources {1}, needs {2}, contributions {3}",
               "parties prenantes {0}, ressources {1}, besoins {2}, apports {3}");
  std::string text = fmt::format(fmt::runtime(format), rows_of(import, "stakeholders.csv"),
                                 rows_of(import, "resources.csv"), rows_of(import, "needs.csv"),
                                 rows_of(import, "contributions.csv"));
  if (std::size_t const purchases = rows_of(import, "purchases.csv"); purchases > 0) {
    text +=
        fmt::format(fmt::runtime(in_words(language, ", purchases {0}", ", achats {0}")), purchases);
  }
  return text;
}

std::string what_to_do(const Import& import, Language language) {
  bool const french = language == Language::kFrench;
  std::string text;
  if (std::size_t const fixes = import.proposals(); fixes > 0) {
    text += "  --accept-fixes      ";
    text += french ? counted(fixes, "prend la proposition\n", "prend les {0} propositions\n")
                   : counted(fixes, "takes the proposal\n", "takes the {0} proposals\n");
  }
  if (import.has_anything()) {
    text += "  --accept-good-rows  ";
    text += french ? counted(import.good_rows, "prend la bonne ligne et laisse les autres\n",
                             "prend les {0} bonnes lignes et laisse les autres\n")
                   : counted(import.good_rows, "takes the good row and leaves the others out\n",
                             "takes the {0} good rows and leaves the others out\n");
  }
  return text;
}

}  // namespace

std::string place_in_words(const SheetPlace& place, Language language) {
  std::string text = file_name(place.file);
  std::string reference;
  if (place.row > 0) {
    reference = place.column > 0 ? cell_reference(place.row, place.column)
                                 : say(language, "row {0}", "ligne {0}", place.row);
  } else if (place.column > 0) {
    reference = say(language, "column {0}", "colonne {0}", column_letters(place.column));
  }
  if (place.last_row > 0) {
    reference += ":" + cell_reference(place.last_row, place.last_column);
  }
  text += place.sheet.empty() ? "" : ", " + quotable(place.sheet);
  if (!reference.empty()) {
    bool const cell = place.column > 0 && place.row > 0;
    text += (place.sheet.empty() || !cell ? ", " : "!") + reference;
  }
  return text;
}

std::string sentence(const Finding& finding, Language language) {
  if (finding.code == importing::FindingCode::kFileProblem) {
    return body(finding, language);
  }
  std::string const colon = language == Language::kFrench ? "\u00A0: " : ": ";
  std::string const place = place_in_words(finding.place, language);
  std::string text = (place.empty() ? "" : place + colon) + body(finding, language);
  if (proposes(finding)) {
    text += finding.applied ? in_words(language, " Accepted: ", " Accepté : ")
                            : in_words(language, " Proposed: ", " Proposé : ");
    text += fix_in_words(finding, language);
  }
  return text;
}

std::string import_summary(const Import& import, Language language) {
  std::string text;
  for (const SheetGuess& guess : import.guesses) {
    text += sheet_in_words(guess, language);
  }
  text += findings_in_words(import, Level::kProblem, in_words(language, "Problems", "Problèmes"),
                            language);
  text += findings_in_words(import, Level::kQuestion,
                            in_words(language, "To look at", "À regarder"), language);
  text += findings_in_words(import, Level::kNote, in_words(language, "Notes", "Notes"), language);
  return text;
}

std::string import_end(const Import& import, ImportEnd end, const std::string& folder,
                       Language language) {
  std::string text;
  if (!import.rows_left_out.empty()) {
    std::string const format = in_words(language, "Good rows: {0}; left out: {1} ({2}).\n",
                                        "Bonnes lignes : {0} ; laissées de côté : {1} ({2}).\n");
    text += fmt::format(fmt::runtime(format), import.good_rows, import.rows_left_out.size(),
                        left_out_in_words(import, language));
  }
  switch (end) {
    case ImportEnd::kWritten:
    case ImportEnd::kWouldWrite: {
      bool const written = end == ImportEnd::kWritten;
      std::string const format =
          written ? in_words(language, "Written to {0}: {1}.\n", "Écrit dans {0} : {1}.\n")
                  : in_words(language, "Would write to {0}: {1}.\n", "Écrirait dans {0} : {1}.\n");
      text += fmt::format(fmt::runtime(format), quotable(folder), contents(import, language));
      break;
    }
    case ImportEnd::kProblems: {
      std::string const choices = what_to_do(import, language);
      text +=
          choices.empty()
              ? in_words(language,
                         "Nothing was written. Correct the sheets and import them again.\n",
                         "Rien n'a été écrit. Corrigez les feuilles et importez-les de nouveau.\n")
              : in_words(
                    language,
                    "Nothing was written. Correct the sheets and import them again, or:\n",
                    "Rien n'a été écrit. Corrigez les feuilles et importez-les de nouveau, ou :\n");
      text += choices;
      break;
    }
    case ImportEnd::kNothingToRead:
      text += in_words(language, "Nothing was written: no row could be read.\n",
                       "Rien n'a été écrit : aucune ligne n'a pu être lue.\n");
      break;
  }
  return text;
}

std::string import_needs_folder(const std::string& found, Language language) {
  return fmt::format(fmt::runtime(in_words(
                         language,
                         "the last argument must be the folder to make; \"{0}\" was found. Write "
                         "\"bocage import FILE... DIR\".",
                         "le dernier argument doit être le dossier à créer ; « {0} » a été trouvé. "
                         "Écrivez « bocage import FICHIER... DOSSIER ».")),
                     quotable(found));
}

std::string import_json(const Import& import, bool written, Language language) {
  std::string text = fmt::format("{{\"written\": {}, \"good_rows\": {}, \"left_out\": {}", written,
                                 import.good_rows, import.rows_left_out.size());
  auto const add = [&](std::string_view key, std::string_view value) {
    text += fmt::format(", \"{}\": ", key);
    append_json_string(text, value);
  };
  text += ", \"sheets\": [";
  for (std::size_t i = 0; i < import.guesses.size(); ++i) {
    SheetGuess const& guess = import.guesses[i];
    text += fmt::format("{}{{\"rows\": {}, \"header_row\": {}", i == 0 ? "" : ", ", guess.rows,
                        guess.header_row);
    add("file", guess.file);
    add("sheet", guess.sheet);
    add("table", kind_in_words(guess.kind, Language::kEnglish));
    text += ", \"columns\": [";
    for (std::size_t j = 0; j < guess.columns.size(); ++j) {
      importing::TableColumn const& column = guess.columns[j];
      text +=
          fmt::format("{}{{\"column\": \"{}\"", j == 0 ? "" : ", ", column_letters(column.column));
      add("header", column.header);
      add("means", field_in_words(column, guess.kind == TableKind::kPurchases, Language::kEnglish));
      text += "}";
    }
    text += "]}";
  }
  text += "], \"findings\": [";
  for (std::size_t i = 0; i < import.findings.size(); ++i) {
    Finding const& finding = import.findings[i];
    constexpr std::array<std::string_view, 3> kLevels{"problem", "question", "note"};
    text +=
        fmt::format("{}{{\"code\": \"{}\", \"level\": \"{}\", \"applied\": {}", i == 0 ? "" : ", ",
                    finding_wordings()[static_cast<std::size_t>(finding.code)].name,
                    kLevels[static_cast<std::size_t>(finding.level)], finding.applied);
    add("place", place_in_words(finding.place, Language::kEnglish));
    add("found", finding.found);
    add("proposed", finding.fix);
    add("message", sentence(finding, language));
    text += "}";
  }
  return text + "]}\n";
}

}  // namespace bocage::exchange
