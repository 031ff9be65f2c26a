#include "exchange/wording/import_tables.h"

namespace bocage::exchange {
namespace {

using enum importing::FindingCode;

constexpr std::array<FindingWording, kFindingCodes> kWordings{{
    {kFileProblem, "file", "{found}", "{found}"},
    {kOldExcel, "old_excel",
     "this is a workbook of Excel 97-2003 (.xls). Open it and save it as .xlsx or CSV.",
     "c'est un classeur d'Excel 97-2003 (.xls). Ouvrez-le et enregistrez-le en .xlsx ou en CSV."},
    {kPasswordAsked, "password",
     "this workbook is protected by a password. Open it, save a copy without the password, and "
     "import the copy.",
     "ce classeur est protégé par un mot de passe. Ouvrez-le, enregistrez une copie sans mot de "
     "passe, et importez la copie."},
    {kOpenDocument, "open_document",
     "this is an OpenDocument sheet (.ods). Open it and save it as .xlsx or CSV.",
     "c'est une feuille OpenDocument (.ods). Ouvrez-la et enregistrez-la en .xlsx ou en CSV."},
    {kNotASpreadsheet, "not_a_spreadsheet",
     "this is neither a workbook (.xlsx) nor a CSV file. Open it in a spreadsheet program and save "
     "it as .xlsx or CSV.",
     "ce n'est ni un classeur (.xlsx) ni un fichier CSV. Ouvrez-le dans un tableur et "
     "enregistrez-le en .xlsx ou en CSV."},
    {kWorkbookBroken, "workbook_broken",
     "this workbook is damaged or cut short ({found}). Copy or download it again, or open it and "
     "save it anew.",
     "ce classeur est abîmé ou incomplet ({found}). Copiez-le ou téléchargez-le de nouveau, ou "
     "ouvrez-le et réenregistrez-le."},
    {kWorkbookTooLarge, "workbook_too_large",
     "this workbook unpacks to far more than people write (256 MB, or 2,000,000 cells, at most). "
     "It was not opened; save the sheets you need as CSV.",
     "ce classeur se déplie en bien plus que ce que des gens écrivent (256 Mo ou 2 000 000 de "
     "cellules au plus). Il n'a pas été ouvert ; enregistrez en CSV les feuilles utiles."},
    {kWorkbookEntities, "workbook_entities",
     "this workbook declares XML entities, which no spreadsheet program writes. It was not opened; "
     "ask its sender where it comes from.",
     "ce classeur déclare des entités XML, ce qu'aucun tableur n'écrit. Il n'a pas été ouvert ; "
     "demandez d'où il vient à qui l'a envoyé."},
    {kNoSheets, "no_sheets", "this workbook has no sheet with cells.",
     "ce classeur n'a aucune feuille à cellules."},
    {kHiddenSheet, "hidden_sheet",
     "this sheet is hidden, so it was not read ({found} cells). Unhide it to import it.",
     "cette feuille est masquée : elle n'a pas été lue ({found} cellules). Affichez-la pour "
     "l'importer."},
    {kNoHeader, "no_header",
     "no header row was found; the first line is \"{found}\". A header names at least two columns, "
     "such as Structure, Need, Quantity, Unit.",
     "aucune ligne d'en-têtes n'a été trouvée ; la première ligne est « {found} ». Un en-tête "
     "nomme au moins deux colonnes, comme Structure, Besoin, Quantité, Unité."},
    {kLineInOneCell, "line_in_one_cell",
     "every line is in quotes as a whole, so it is one cell: {found}. Open the file in a "
     "spreadsheet program, split the column at its commas, and save it anew.",
     "chaque ligne est entièrement entre guillemets : elle ne fait qu'une cellule : {found}. "
     "Ouvrez le fichier dans un tableur, divisez la colonne à chaque virgule, et enregistrez de "
     "nouveau."},
    {kTableUnclear, "table_unclear",
     "nothing tells whether these are needs or contributions. Name the sheet \"Needs\" or "
     "\"Contributions\", or this column \"Need\" or \"Offer\".",
     "rien ne dit si ce sont des besoins ou des apports. Nommez la feuille « Besoins » ou « Offres "
     "», ou cette colonne « Besoin » ou « Offre »."},
    {kNoStakeholderColumn, "no_stakeholder_column",
     "no column tells who needs or contributes (header in row {found}). Name one \"Structure\" or "
     "\"Name\".",
     "aucune colonne ne dit qui demande ou apporte (en-têtes ligne {found}). Nommez-en une « "
     "Structure » ou « Nom »."},
    {kSameFieldTwice, "same_field_twice",
     "column \"{found}\" says the same thing as column \"{0}\", which is taken; this one is kept "
     "as it is.",
     "la colonne « {found} » dit la même chose que la colonne « {0} », qui est retenue ; celle-ci "
     "est gardée telle quelle."},
    {kOutsideTable, "outside_table", "above the table, not a row: \"{found}\".",
     "au-dessus du tableau, ce n'est pas une ligne : « {found} »."},
    {kTotalLine, "total_line", "a line of totals, left out: \"{found}\".",
     "une ligne de totaux, laissée de côté : « {found} »."},
    {kRemarkLine, "remark_line", "a title or a remark, not a row: \"{found}\".",
     "un titre ou une remarque, pas une ligne du tableau : « {found} »."},
    {kHeaderAgain, "header_again", "the header once more, left out: \"{found}\".",
     "les en-têtes encore une fois, laissés de côté : « {found} »."},
    {kSameRow, "same_row",
     "says the same as row {0} ({found}). Both are kept; delete one if it is a slip.",
     "dit la même chose que la ligne {0} ({found}). Les deux sont gardées ; supprimez-en une si "
     "c'est une erreur."},
    {kNothingAsked, "nothing_asked",
     "\"{found}\" asks and contributes nothing here; only its name is kept.",
     "« {found} » ne demande et n'apporte rien ici ; seul son nom est gardé."},
    {kSpreadsheetError, "spreadsheet_error",
     "the spreadsheet shows an error here: {found}. Repair the formula, or type the value.",
     "le tableur affiche ici une erreur : {found}. Réparez la formule, ou tapez la valeur."},
    {kFormulaNotComputed, "formula_not_computed",
     "a formula whose result was never computed: {found}. Open the workbook in a spreadsheet "
     "program and save it.",
     "une formule dont le résultat n'a jamais été calculé : {found}. Ouvrez le classeur dans un "
     "tableur et enregistrez-le."},
    {kNoStakeholder, "no_stakeholder", "nobody is named for this row: \"{found}\".",
     "personne n'est nommé sur cette ligne : « {found} »."},
    {kNoResource, "no_resource",
     "nothing says what this is about: \"{found}\". Name the product, the skill or the means.",
     "rien ne dit de quoi il s'agit : « {found} ». Nommez le produit, la compétence ou le moyen."},
    {kNoQuantity, "no_quantity", "no quantity for \"{found}\". Say how much, with its unit.",
     "aucune quantité pour « {found} ». Dites combien, avec l'unité."},
    {kNotANumber, "not_a_number", "no number that fits here can be read in \"{found}\".",
     "aucun nombre qui convienne ici ne se lit dans « {found} »."},
    {kThousands, "thousands", "\"{found}\" sets thousands apart; numbers are written without that.",
     "« {found} » sépare les milliers ; les nombres s'écrivent sans cela."},
    {kEitherMark, "either_mark", "\"{found}\" may be thousands or decimals.",
     "« {found} » : des milliers ou des décimales."},
    {kApproximate, "approximate", "\"{found}\" is an estimate; a plan needs one figure.",
     "« {found} » est une estimation ; un plan demande un chiffre."},
    {kRange, "range", "\"{found}\" is a range; a plan needs one figure.",
     "« {found} » est une fourchette ; un plan demande un chiffre."},
    {kQuestionMark, "question_mark", "\"{found}\" is not certain; a plan needs one figure.",
     "« {found} » n'est pas certain ; un plan demande un chiffre."},
    {kNumberInWords, "number_in_words", "\"{found}\" is written in words.",
     "« {found} » est écrit en lettres."},
    {kCalculation, "calculation", "\"{found}\" is a calculation; its result is wanted.",
     "« {found} » est un calcul ; c'est le résultat qu'il faut."},
    {kRate, "rate",
     "\"{found}\" is so much each time; a quantity is the total from the first to the last day.",
     "« {found} » est une quantité à chaque fois ; il faut le total, du premier au dernier jour."},
    {kExtraWords, "extra_words", "\"{found}\" says more than a quantity: \"{0}\".",
     "« {found} » dit plus qu'une quantité : « {0} »."},
    {kQuantityIsDate, "quantity_is_date",
     "\"{found}\" is no quantity; a spreadsheet turns \"10-12\" into a date. Type the figure "
     "again.",
     "« {found} » n'est pas une quantité ; un tableur change « 10-12 » en date. Tapez de nouveau "
     "le chiffre."},
    {kQuantityMerged, "quantity_merged",
     "one quantity ({found}) is merged over several rows. Say how much for each row.",
     "une seule quantité ({found}) est fusionnée sur plusieurs lignes. Dites combien pour chaque "
     "ligne."},
    {kNegative, "negative", "\"{found}\" is below zero.", "« {found} » est négatif."},
    {kZero, "zero", "a quantity of zero. Give the quantity, or delete the row.",
     "une quantité nulle. Donnez la quantité, ou supprimez la ligne."},
    {kTooLarge, "too_large",
     "\"{found}\" is larger than any quantity people share (1,000,000,000). Check the figure and "
     "its unit.",
     "« {found} » dépasse toute quantité que des gens partagent (1 000 000 000). Vérifiez le "
     "chiffre et son unité."},
    {kTooManyDecimals, "too_many_decimals", "\"{found}\" has more than six decimals.",
     "« {found} » a plus de six décimales."},
    {kMinimumAboveQuantity, "minimum_above_quantity",
     "the minimum ({found}) is above the quantity ({0}).",
     "le minimum ({found}) dépasse la quantité ({0})."},
    {kUnitMissing, "unit_missing", "no unit for \"{found}\".", "aucune unité pour « {found} »."},
    {kUnitDiffers, "unit_differs",
     "{found}, where other rows count \"{0}\" in {1}. One resource has one unit.",
     "{found}, alors que d'autres lignes comptent « {0} » en {1}. Une ressource a une seule "
     "unité."},
    {kUnitTwice, "unit_twice", "\"{found}\" names a unit, and its column another ({0}). Keep one.",
     "« {found} » nomme une unité, et sa colonne une autre ({0}). Gardez-en une."},
    {kNotADate, "not_a_date",
     "\"{found}\" is not a day written as expected (2027-03-01, 01/03/2027).",
     "« {found} » n'est pas un jour écrit comme attendu (2027-03-01, 01/03/2027)."},
    {kNoYear, "no_year", "\"{found}\" names no year. Write the whole date.",
     "« {found} » ne dit pas l'année. Écrivez la date entière."},
    {kShortYear, "short_year", "\"{found}\" has a year of two digits.",
     "« {found} » a une année à deux chiffres."},
    {kMonth, "month", "\"{found}\" is a month; a day is wanted.",
     "« {found} » est un mois ; il faut un jour."},
    {kYear, "year", "\"{found}\" is a year; a day is wanted.",
     "« {found} » est une année ; il faut un jour."},
    {kWeek, "week", "\"{found}\" is a week; a day is wanted.",
     "« {found} » est une semaine ; il faut un jour."},
    {kSerialDate, "serial_date", "\"{found}\" is a date that lost its format.",
     "« {found} » est une date qui a perdu son format."},
    {kTimeOfDay, "time_of_day", "\"{found}\" has an hour; only the day counts: {fix}.",
     "« {found} » a une heure ; seul le jour compte : {fix}."},
    {kOpenDate, "open_date", "\"{found}\" sets no limit: the date is left open.",
     "« {found} » ne fixe pas de limite : la date reste ouverte."},
    {kFromAfterUntil, "from_after_until",
     "the first day ({found}) comes after the last ({0}). Exchange them, or correct one.",
     "le premier jour ({found}) vient après le dernier ({0}). Échangez-les, ou corrigez-en un."},
    {kPeriodKept, "period_kept",
     "\"{found}\" names no two days: the dates are left open, and the words are kept beside.",
     "« {found} » ne donne pas deux jours : les dates restent ouvertes, et les mots sont gardés à "
     "côté."},
    {kPeopleNotWhole, "people_not_whole", "\"{found}\" is not a whole number of people from 1.",
     "« {found} » n'est pas un nombre entier de personnes, à partir de 1."},
    {kPeopleMissing, "people_missing",
     "rule \"people\": nothing says for how many people \"{found}\" asks. Add a column \"People\"; "
     "an organisation that stands for itself says 1.",
     "règle « people » : rien ne dit pour combien de personnes demande « {found} ». Ajoutez une "
     "colonne « Personnes » ; une organisation qui ne compte que pour elle dit 1."},
    {kNotAPosition, "not_a_position", "\"{found}\" is not a coordinate in degrees (5.02, 44.69).",
     "« {found} » n'est pas une coordonnée en degrés (5,02 ; 44,69)."},
    {kNotAnIntensity, "not_an_intensity", "\"{found}\" is not an intensity: 1, 2 or 3.",
     "« {found} » n'est pas une intensité : 1, 2 ou 3."},
    {kSideUnclear, "side_unclear",
     "\"{found}\" is neither a need nor a contribution. Write Need or Offer.",
     "« {found} » n'est ni un besoin ni un apport. Écrivez Besoin ou Offre."},
    {kSiretDamaged, "siret_damaged", "\"{found}\" is not a SIRET of 14 digits; it is kept beside.",
     "« {found} » n'est pas un SIRET de 14 chiffres ; il est gardé à côté."},
    {kCommuneUnknown, "commune_unknown", "no commune of France is called \"{found}\".",
     "aucune commune de France ne s'appelle « {found} »."},
    {kCommuneAmbiguous, "commune_ambiguous",
     "several communes are called \"{found}\": {0}. Add the department or a post code, as in "
     "\"Saillans (26)\".",
     "plusieurs communes s'appellent « {found} » : {0}. Ajoutez le département ou un code postal, "
     "comme dans « Saillans (26) »."},
    {kPostcodeAlone, "postcode_alone",
     "the post code {found} covers several communes: it is kept beside. Add a column \"Commune\".",
     "le code postal {found} couvre plusieurs communes : il est gardé à côté. Ajoutez une colonne "
     "« Commune »."},
    {kWrittenDifferently, "written_differently",
     "one name, written in several ways ({found}); taken as \"{fix}\".",
     "un seul nom, écrit de plusieurs façons ({found}) ; retenu : « {fix} »."},
    {kNearlySameName, "nearly_same_name",
     "\"{found}\" is nearly \"{fix}\". If they are the same, write them the same; they count as "
     "two.",
     "« {found} » est presque « {fix} ». Si c'est la même chose, écrivez-les de même ; elles "
     "comptent pour deux."},
    {kTwoValues, "two_values", "\"{found}\" for {0}, and \"{1}\" elsewhere, which is kept.",
     "« {found} » pour {0}, et ailleurs « {1} », qui est retenu."},
    {kQuantumProposal, "quantum_proposal",
     "all quantities of \"{found}\" are multiples of {fix}: a step to write as its quantum if the "
     "group agrees.",
     "toutes les quantités de « {found} » sont des multiples de {fix} : un pas à écrire comme "
     "quantum si le groupe est d'accord."},
    {kPurchaseColumnMissing, "purchase_column_missing",
     "this is a table of purchases, and columns of its schema are missing: {found}.",
     "c'est un tableau d'achats, et il y manque des colonnes du schéma : {found}."},
    {kPurchaseColumnUnknown, "purchase_column_unknown",
     "column \"{found}\" is not in the schema of purchases.",
     "la colonne « {found} » n'est pas dans le schéma des achats."},
    {kPurchaseEmptyLine, "purchase_empty_line",
     "a line of separators with nothing between them. Delete it.",
     "une ligne de séparateurs, avec rien entre eux. Supprimez-la."},
    {kPurchaseRequired, "purchase_required", "{0} is empty; every purchase has one.",
     "{0} est vide ; chaque achat en a un."},
    {kPurchaseNotListed, "purchase_not_listed", "\"{found}\" is not a value of {0}: {1}.",
     "« {found} » n'est pas une valeur de {0} : {1}."},
    {kPurchaseSiret, "purchase_siret", "\"{found}\" is not a SIRET of 14 digits.",
     "« {found} » n'est pas un SIRET de 14 chiffres."},
    {kPurchaseLocalUndefined, "purchase_local_undefined",
     "said to be local, and definition_local is empty. Say by what measure.",
     "dit local, et definition_local est vide. Dites selon quelle mesure."},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kWordings.size(); ++i) {
    if (static_cast<std::size_t>(kWordings[i].code) != i || kWordings[i].french.empty()) {
      return false;
    }
  }
  return true;
}
static_assert(in_order(), "a sentence for every finding, in the order of the codes");

}  // namespace

const std::array<FindingWording, kFindingCodes>& finding_wordings() { return kWordings; }

}  // namespace bocage::exchange
