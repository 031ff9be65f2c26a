#include "exchange/bad_input.h"

namespace bocage::exchange {
namespace {

using territory::ProblemCode;

TEST(BadTables, WrongHeader) {
  expect_only(replaced(two_canteens(), "needs.csv", "id,stakeholder,resource,quantity",
                       "id,stakeholder,resource,quantite"),
              ProblemCode::kHeaderMissing,
              "needs.csv, line 1: no column is named \"quantity\", which is required. Add it, or "
              "rename the column that holds it. Is it \"quantite\"?",
              "needs.csv, ligne 1\u00A0: aucune colonne ne s’appelle «\u00A0quantity\u00A0», qui "
              "est obligatoire. Ajoutez-la, ou renommez la colonne qui la contient. Est-ce "
              "«\u00A0quantite\u00A0»\u00A0?");
}

TEST(BadTables, RepeatedHeader) {
  expect_only(
      replaced(two_canteens(), "needs.csv", "price,intensity", "price,quantity"),
      ProblemCode::kHeaderRepeated,
      "needs.csv, line 1, column 11 (quantity): found the column \"quantity\" again, first seen as "
      "column 4; expected it once. Rename or remove one of the two.",
      "needs.csv, ligne 1, colonne 11 (quantity)\u00A0: la colonne «\u00A0quantity\u00A0» est déjà "
      "la colonne 4\u00A0; une seule était attendue. Renommez ou supprimez l’une des deux.");
}

TEST(BadTables, MoreCellsThanHeaders) {
  expect_only(replaced(two_canteens(), "needs.csv", "40,10,", "40,5,10,5,"),
              ProblemCode::kRowTooLong,
              "needs.csv, line 2: found 13 cells; the header has 11. Put a cell in quotation marks "
              "where it holds a comma or a semicolon, or remove what is too much.",
              "needs.csv, ligne 2\u00A0: 13 cellules ont été trouvées\u00A0; l’en-tête en a 11. "
              "Mettez entre guillemets une cellule qui contient une virgule ou un point-virgule, "
              "ou supprimez ce qui est de trop.");
}

TEST(BadTables, RequiredCellEmpty) {
  expect_only(replaced(two_canteens(), "stakeholders.csv", "Ferme des Sources", ""),
              ProblemCode::kCellEmpty,
              "stakeholders.csv, line 2, column 2 (name): found nothing; expected a value. Write "
              "it, or remove the row.",
              "stakeholders.csv, ligne 2, colonne 2 (name)\u00A0: la cellule est vide\u00A0; une "
              "valeur était attendue. Écrivez-la, ou supprimez la ligne.");
}

TEST(BadTables, RepeatedId) {
  expect_only(replaced(replaced(two_canteens(), "stakeholders.csv", "die,Cantine", "farm,Cantine"),
                       "needs.csv", "n2,die,", "n2,farm,"),
              ProblemCode::kIdRepeated,
              "stakeholders.csv, line 4, column 1 (id): found the id \"farm\" again, first seen at "
              "stakeholders.csv:2; expected each id once among stakeholders, needs and "
              "contributions, and once in every other table. Change one of the two.",
              "stakeholders.csv, ligne 4, colonne 1 (id)\u00A0: l’identifiant «\u00A0farm\u00A0» "
              "est déjà pris (stakeholders.csv:2)\u00A0; chacun ne peut servir qu’une fois parmi "
              "les parties prenantes, les besoins et les apports, et une fois dans chaque autre "
              "tableau. Changez l’un des deux.");
}

TEST(BadTables, IdRepeatedAcrossTables) {
  expect_only(
      replaced(two_canteens(), "contributions.csv", "c1,farm", "n1,farm"), ProblemCode::kIdRepeated,
      "contributions.csv, line 2, column 1 (id): found the id \"n1\" again, first seen at "
      "needs.csv:2; expected each id once among stakeholders, needs and contributions, and once in "
      "every other table. Change one of the two.",
      "contributions.csv, ligne 2, colonne 1 (id)\u00A0: l’identifiant «\u00A0n1\u00A0» est déjà "
      "pris (needs.csv:2)\u00A0; chacun ne peut servir qu’une fois parmi les parties prenantes, "
      "les besoins et les apports, et une fois dans chaque autre tableau. Changez l’un des deux.");
}

TEST(BadTables, IdWithASpace) {
  expect_only(replaced(two_canteens(), "contributions.csv", "c1,farm", "c 1,farm"),
              ProblemCode::kIdWithSpace,
              "contributions.csv, line 2, column 1 (id): found the id \"c 1\"; expected one "
              "word: a space separates ids in lists, and * stands for all. Write \"c-1\".",
              "contributions.csv, ligne 2, colonne 1 (id)\u00A0: l’identifiant «\u00A0c 1\u00A0» a "
              "été trouvé\u00A0; un seul mot était attendu\u00A0: l’espace sépare les identifiants "
              "d’une liste, et * vaut pour tous. Écrivez «\u00A0c-1\u00A0».");
}

TEST(BadTables, UnknownStakeholder) {
  expect_only(
      replaced(two_canteens(), "needs.csv", "n1,saillans", "n1,sailans"),
      ProblemCode::kStakeholderUnknown,
      "needs.csv, line 2, column 2 (stakeholder): found \"sailans\"; expected the id or the name "
      "of a stakeholder. Did you mean \"saillans\"? If it is new, add it to stakeholders.csv.",
      "needs.csv, ligne 2, colonne 2 (stakeholder)\u00A0: «\u00A0sailans\u00A0» a été "
      "trouvé\u00A0; l’identifiant ou le nom d’une partie prenante était attendu. Vouliez-vous "
      "dire «\u00A0saillans\u00A0»\u00A0? Si elle est nouvelle, ajoutez-la à stakeholders.csv.");
}

TEST(BadTables, UnknownStakeholderWithNothingNear) {
  expect_only(replaced(two_canteens(), "needs.csv", "n1,saillans", "n1,xyzxyz"),
              ProblemCode::kStakeholderUnknown,
              "needs.csv, line 2, column 2 (stakeholder): found \"xyzxyz\"; expected the id or the "
              "name of a stakeholder. If it is new, add it to stakeholders.csv.",
              "needs.csv, ligne 2, colonne 2 (stakeholder)\u00A0: «\u00A0xyzxyz\u00A0» a été "
              "trouvé\u00A0; l’identifiant ou le nom d’une partie prenante était attendu. Si elle "
              "est nouvelle, ajoutez-la à stakeholders.csv.");
}

TEST(BadTables, UnknownResource) {
  expect_only(
      replaced(two_canteens(), "contributions.csv", "farm,carrots", "farm,Carots"),
      ProblemCode::kResourceUnknown,
      "contributions.csv, line 2, column 3 (resource): found \"Carots\"; expected the id or the "
      "name of a resource. Did you mean \"carrots\"? If it is new, add it to resources.csv.",
      "contributions.csv, ligne 2, colonne 3 (resource)\u00A0: «\u00A0Carots\u00A0» a été "
      "trouvé\u00A0; l’identifiant ou le nom d’une ressource était attendu. Vouliez-vous dire "
      "«\u00A0carrots\u00A0»\u00A0? Si elle est nouvelle, ajoutez-la à resources.csv.");
}

TEST(BadTables, IdOfAnotherTable) {
  expect_only(replaced(two_canteens(), "contributions.csv", "farm,carrots", "carrots,carrots"),
              ProblemCode::kIdOfAnotherTable,
              "contributions.csv, line 2, column 2 (stakeholder): found \"carrots\", which is an "
              "id of resources.csv; expected one of another table. Check that the columns have not "
              "changed places.",
              "contributions.csv, ligne 2, colonne 2 (stakeholder)\u00A0: «\u00A0carrots\u00A0» a "
              "été trouvé, un identifiant de resources.csv\u00A0; celui d’un autre tableau était "
              "attendu. Vérifiez que les colonnes ne sont pas échangées.");
}

TEST(BadTables, AmbiguousName) {
  expect_only(replaced(replaced(two_canteens(), "stakeholders.csv", "Cantine de Die",
                                "Cantine de Saillans"),
                       "needs.csv", "n1,saillans", "n1,Cantine de Saillans"),
              ProblemCode::kNameAmbiguous,
              "needs.csv, line 2, column 2 (stakeholder): found \"Cantine de Saillans\", a name "
              "that several bear: die, saillans. Write the id of the one you mean.",
              "needs.csv, ligne 2, colonne 2 (stakeholder)\u00A0: «\u00A0Cantine de "
              "Saillans\u00A0» a été trouvé, un nom que plusieurs portent\u00A0: die, saillans. "
              "Écrivez l’identifiant de celui que vous voulez dire.");
}

TEST(BadTables, UnknownCommune) {
  expect_only(replaced(two_canteens(), "stakeholders.csv", "26113", "Atlantis"),
              ProblemCode::kCommuneUnknown,
              "stakeholders.csv, line 4, column 6 (commune): found \"Atlantis\"; expected the "
              "INSEE code of a French commune, such as 26113, or its name. Check the spelling; a "
              "postal code is not an INSEE code.",
              "stakeholders.csv, ligne 4, colonne 6 (commune)\u00A0: «\u00A0Atlantis\u00A0» a été "
              "trouvé\u00A0; le code INSEE d’une commune française, comme 26113, ou son nom, était "
              "attendu. Vérifiez l’orthographe\u00A0; un code postal n’est pas un code INSEE.");
}

TEST(BadTables, CommuneNameThatSeveralBear) {
  expect_only(replaced(two_canteens(), "stakeholders.csv", "26113", "Saint-Denis"),
              ProblemCode::kCommuneAmbiguous,
              "stakeholders.csv, line 4, column 6 (commune): found \"Saint-Denis\", a name that "
              "several communes bear: Saint-Denis (11339), Saint-Denis (30247), Saint-Denis "
              "(93066), Saint-Denis (97411). Write the code of the one you mean.",
              "stakeholders.csv, ligne 4, colonne 6 (commune)\u00A0: «\u00A0Saint-Denis\u00A0» a "
              "été trouvé, un nom que plusieurs communes portent\u00A0: Saint-Denis (11339), "
              "Saint-Denis (30247), Saint-Denis (93066), Saint-Denis (97411). Écrivez le code de "
              "celle que vous voulez dire.");
}

TEST(BadTables, CycleInBroader) {
  expect_only(with(two_canteens(), "resources.csv",
                   "id,name,unit,broader\nvegetables,Vegetables,kg,roots\nroots,Roots,kg,"
                   "carrots\ncarrots,Carrots,kg,vegetables\n"),
              ProblemCode::kBroaderCycle,
              "resources.csv, line 4, column 4 (broader): found a circle: carrots → vegetables → "
              "roots → carrots. A resource cannot lie under itself: empty one of these cells.",
              "resources.csv, ligne 4, colonne 4 (broader)\u00A0: un cercle a été trouvé\u00A0: "
              "carrots → vegetables → roots → carrots. Une ressource ne peut pas être comprise en "
              "elle-même\u00A0: videz l’une de ces cellules.");
}

TEST(BadTables, ResourceUnderItself) {
  expect_only(replaced(two_canteens(), "resources.csv", "kg,vegetables", "kg,carrots"),
              ProblemCode::kBroaderCycle,
              "resources.csv, line 3, column 4 (broader): found a circle: carrots → carrots. A "
              "resource cannot lie under itself: empty one of these cells.",
              "resources.csv, ligne 3, colonne 4 (broader)\u00A0: un cercle a été trouvé\u00A0: "
              "carrots → carrots. Une ressource ne peut pas être comprise en elle-même\u00A0: "
              "videz l’une de ces cellules.");
}

TEST(BadTables, UnitsThatDifferAlongAHierarchy) {
  expect_only(
      replaced(two_canteens(), "resources.csv", "Carrots,kg", "Carrots,t"),
      ProblemCode::kUnitsDiffer,
      "resources.csv, line 3, column 3 (unit): found the unit \"t\", while the broader resource "
      "\"vegetables\" is in \"kg\"; expected one unit. Correct one of the two, or empty the cell "
      "under broader.",
      "resources.csv, ligne 3, colonne 3 (unit)\u00A0: l’unité «\u00A0t\u00A0» a été trouvée, "
      "alors que la ressource plus large «\u00A0vegetables\u00A0» est en «\u00A0kg\u00A0»\u00A0; "
      "une seule unité était attendue. Corrigez l’une des deux, ou videz la cellule sous broader.");
}

TEST(BadTables, QuantaThatDifferAlongAHierarchy) {
  expect_only(replaced(two_canteens(), "resources.csv", "kg,vegetables,", "kg,vegetables,0.25"),
              ProblemCode::kQuantaDiffer,
              "resources.csv, line 2, column 5 (quantum): found 0.5, while \"carrots\" states "
              "0.25; expected one quantum for resources that stand for one another. Write the "
              "same, or leave one empty.",
              "resources.csv, ligne 2, colonne 5 (quantum)\u00A0: 0.5 a été trouvé, alors que "
              "«\u00A0carrots\u00A0» indique 0.25\u00A0; un seul quantum était attendu pour des "
              "ressources qui se remplacent. Écrivez le même, ou laissez l’un des deux vide.");
}

TEST(BadTables, NeedOfUnlikeResources) {
  expect_only(replaced(two_canteens(), "needs.csv", "saillans,carrots", "saillans,carrots van"),
              ProblemCode::kUnlikeResources,
              "needs.csv, line 2, column 3 (resource): found \"carrots\", which is in \"kg\", "
              "together with \"van\", which is in \"h\"; expected one unit. Write two rows.",
              "needs.csv, ligne 2, colonne 3 (resource)\u00A0: «\u00A0carrots\u00A0», en "
              "«\u00A0kg\u00A0», a été trouvée avec «\u00A0van\u00A0», en «\u00A0h\u00A0»\u00A0; "
              "une seule unité était attendue. Écrivez deux lignes.");
}

TEST(BadTables, QuantaThatDifferAmongResourcesListedTogether) {
  expect_only(
      replaced(replaced(two_canteens(), "resources.csv", "van,Van with driver,h,,",
                        "van,Potatoes,kg,,0.1"),
               "contributions.csv", "farm,carrots,", "farm,carrots van,"),
      ProblemCode::kQuantaDiffer,
      "resources.csv, line 2, column 5 (quantum): found 0.5, while \"van\" states 0.1; expected "
      "one quantum for resources that stand for one another. Write the same, or leave one empty.",
      "resources.csv, ligne 2, colonne 5 (quantum)\u00A0: 0.5 a été trouvé, alors que "
      "«\u00A0van\u00A0» indique 0.1\u00A0; un seul quantum était attendu pour des ressources qui "
      "se remplacent. Écrivez le même, ou laissez l’un des deux vide.");
}

TEST(BadTables, UnknownNeedInLinks) {
  expect_only(with(two_canteens(), "links.csv", "contribution,need,km,value\nc1,n3,,\n"),
              ProblemCode::kNeedUnknown,
              "links.csv, line 2, column 2 (need): found \"n3\"; expected the id of a need. If it "
              "is new, add it to needs.csv.",
              "links.csv, ligne 2, colonne 2 (need)\u00A0: «\u00A0n3\u00A0» a été trouvé\u00A0; "
              "l’identifiant d’un besoin était attendu. S’il est nouveau, ajoutez-le à needs.csv.");
}

TEST(BadTables, UnknownContributionInLinks) {
  expect_only(
      with(two_canteens(), "links.csv", "contribution,need,km,value\nc7,n1,,\n"),
      ProblemCode::kContributionUnknown,
      "links.csv, line 2, column 1 (contribution): found \"c7\"; expected the id of a "
      "contribution. If it is new, add it to contributions.csv.",
      "links.csv, ligne 2, colonne 1 (contribution)\u00A0: «\u00A0c7\u00A0» a été trouvé\u00A0; "
      "l’identifiant d’un apport était attendu. S’il est nouveau, ajoutez-le à contributions.csv.");
}

TEST(BadTables, RepeatedPairInLinks) {
  expect_only(
      with(two_canteens(), "links.csv", "contribution,need,km,value\nc1,n1,,\nc1,n2,,\nc1,n1,3,\n"),
      ProblemCode::kPairRepeated,
      "links.csv, line 4, column 2 (need): found this contribution and this need together again, "
      "first seen at line 2; expected each pair once. Remove one of the two.",
      "links.csv, ligne 4, colonne 2 (need)\u00A0: cet apport et ce besoin sont déjà ensemble à la "
      "ligne 2\u00A0; chaque paire n’était attendue qu’une fois. Supprimez l’une des deux.");
}

TEST(BadTables, UnknownSideOfABan) {
  expect_only(with(two_canteens(), "bans.csv", "from,to,reason\nferm,*,sold out\n"),
              ProblemCode::kBanSideUnknown,
              "bans.csv, line 2, column 1 (from): found \"ferm\"; expected the id or the name of a "
              "stakeholder, the id of a contribution (under from) or of a need (under to), or * "
              "for all. Did you mean \"farm\"?",
              "bans.csv, ligne 2, colonne 1 (from)\u00A0: «\u00A0ferm\u00A0» a été trouvé\u00A0; "
              "l’identifiant ou le nom d’une partie prenante, l’identifiant d’un apport (sous "
              "from) ou d’un besoin (sous to), ou * pour tous, était attendu. Vouliez-vous dire "
              "«\u00A0farm\u00A0»\u00A0?");
}

TEST(BadTables, UnknownKindOfArrangement) {
  expect_only(
      with(two_canteens(), "arranged.csv", "contribution,need,quantity,kind\nc1,n1,5,maybe\n"),
      ProblemCode::kArrangedKindUnknown,
      "arranged.csv, line 2, column 4 (kind): found \"maybe\"; expected today (what happens now), "
      "agreed (accepted) or fixed (settled by both, never touched). Write one of these words.",
      "arranged.csv, ligne 2, colonne 4 (kind)\u00A0: «\u00A0maybe\u00A0» a été trouvé\u00A0; "
      "today (ce qui se fait aujourd’hui), agreed (accepté) ou fixed (réglé par les deux, jamais "
      "touché) était attendu. Écrivez l’un de ces mots.");
}

TEST(BadTables, ArrangedBetweenUnlikeResources) {
  expect_only(with(replaced(two_canteens(), "contributions.csv", "farm,carrots", "farm,van"),
                   "arranged.csv", "contribution,need,quantity,kind\nc1,n1,5,today\n"),
              ProblemCode::kArrangedUnlike,
              "arranged.csv, line 2, column 2 (need): the contribution gives \"van\" and the need "
              "asks for \"carrots\", which do not stand for one another. Check both ids.",
              "arranged.csv, ligne 2, colonne 2 (need)\u00A0: l’apport donne «\u00A0van\u00A0» et "
              "le besoin demande «\u00A0carrots\u00A0», qui ne se remplacent pas. Vérifiez les "
              "deux identifiants.");
}

TEST(BadTables, FixedLinesBeyondTheContribution) {
  expect_only(
      with(two_canteens(), "arranged.csv",
           "contribution,need,quantity,kind\nc1,n1,39,fixed\nc1,n2,39.5,fixed\n"),
      ProblemCode::kFixedExceedsContribution,
      "arranged.csv, line 3, column 3 (quantity): found 78.5 on lines already fixed from \"c1\"; "
      "expected 75 at most, what it has. Lower a fixed line, or raise the contribution.",
      "arranged.csv, ligne 3, colonne 3 (quantity)\u00A0: les lignes déjà fixées prennent 78.5 à "
      "«\u00A0c1\u00A0»\u00A0; 75 au plus, ce qu’elle a, était attendu. Baissez une ligne fixée, "
      "ou augmentez l’apport.");
}

TEST(BadTables, FixedLinesBeyondTheNeed) {
  expect_only(
      with(two_canteens(), "arranged.csv", "contribution,need,quantity,kind\nc1,n1,40.5,fixed\n"),
      ProblemCode::kFixedExceedsNeed,
      "arranged.csv, line 2, column 3 (quantity): found 40.5 on lines already fixed for \"n1\"; "
      "expected 40 at most, what it asks for. Lower a fixed line, or raise the need.",
      "arranged.csv, ligne 2, colonne 3 (quantity)\u00A0: les lignes déjà fixées apportent 40.5 à "
      "«\u00A0n1\u00A0»\u00A0; 40 au plus, ce qu’il demande, était attendu. Baissez une ligne "
      "fixée, ou augmentez le besoin.");
}

TEST(BadTables, UnknownWordForSetAside) {
  expect_only(
      with(
          two_canteens(), "received.csv",
          "stakeholder,resource,cycle,needed,quantity,set_aside\ndie,carrots,2026,50,20,perhaps\n"),
      ProblemCode::kYesOrNo,
      "received.csv, line 2, column 6 (set_aside): found \"perhaps\"; expected yes or no. Write "
      "one of them, or leave the cell empty for no.",
      "received.csv, ligne 2, colonne 6 (set_aside)\u00A0: «\u00A0perhaps\u00A0» a été "
      "trouvé\u00A0; oui ou non était attendu. Écrivez l’un des deux, ou laissez la cellule vide "
      "pour non.");
}

TEST(BadTables, UnknownSharedProblem) {
  expect_only(
      replaced(replaced(with(two_canteens(), "problems.csv", "id,title\np1,No van on Fridays\n"),
                        "contributions.csv", "cost\n", "problem\n"),
               "contributions.csv", "40,0.9", "40,p2"),
      ProblemCode::kSharedProblemUnknown,
      "contributions.csv, line 2, column 8 (problem): found \"p2\"; expected the id or the title "
      "of a problem. If it is new, add it to problems.csv.",
      "contributions.csv, ligne 2, colonne 8 (problem)\u00A0: «\u00A0p2\u00A0» a été trouvé\u00A0; "
      "l’identifiant ou le titre d’un problème était attendu. S’il est nouveau, ajoutez-le à "
      "problems.csv.");
}

}  // namespace
}  // namespace bocage::exchange
