#include "exchange/wording/problem_tables.h"

namespace bocage::exchange {
namespace {

using enum territory::ProblemCode;

constexpr ProblemWordings kFrench{{
    {kFileMissing,
     "ce fichier n’existe pas. Vérifiez le chemin, ou commencez un territoire avec « bocage "
     "new »."},
    {kFileUnreadable, "il ne peut pas être lu. Vérifiez que vous avez le droit de le lire."},
    {kFileIsFolder, "un dossier a été trouvé ; un fichier était attendu. Nommez le fichier voulu."},
    {kFileTooLarge,
     "il dépasse {0} Mo ; aucun tableau ni plan n’est aussi grand. Vérifiez que c’est bien le "
     "fichier voulu."},
    {kFileEmpty,
     "il est vide ; une ligne d’en-têtes était attendue, puis une ligne par élément. Écrivez au "
     "moins la ligne d’en-têtes."},
    {kTextUtf16,
     "le texte est en UTF-16 ; UTF-8 était attendu. Enregistrez-le de nouveau en « CSV UTF-8 »."},
    {kTextBinary,
     "des octets qu’aucun texte ne contient ont été trouvés ; du texte était attendu. Vérifiez que "
     "c’est bien le fichier voulu, et enregistrez-le de nouveau en « CSV UTF-8 »."},
    {kTextWorkbook,
     "c’est un classeur ; du texte était attendu. Enregistrez ses feuilles en « CSV UTF-8 », ou "
     "confiez-le à « bocage import »."},
    {kTextBrokenUtf8,
     "une lettre est coupée en deux ; UTF-8 était attendu. Le fichier a pu être tronqué : "
     "copiez-le de nouveau, ou enregistrez-le de nouveau en « CSV UTF-8 »."},
    {kLineTooLong,
     "une ligne dépasse {0} ko ; une ligne par élément était attendue. Enregistrez de nouveau le "
     "tableau en CSV."},
    {kTooManyCells,
     "plus de 20 millions de valeurs ont été trouvées ; aucun tableau ni plan n’est aussi grand. "
     "Vérifiez que c’est bien le fichier voulu."},
    {kQuoteNotClosed,
     "un guillemet s’ouvre ici et ne se ferme jamais. Fermez-le, ou doublez-le s’il fait partie du "
     "texte."},
    {kJsonSyntax,
     "à partir d’ici, ce n’est plus du JSON. Cherchez juste avant une virgule ou un guillemet qui "
     "manque, ou qui est de trop."},
    {kJsonIncomplete,
     "le JSON s’arrête trop tôt. Copiez de nouveau le fichier : il en manque une partie."},
    {kJsonTooDeep,
     "des valeurs sont imbriquées sur plus de {0} niveaux ; trois ou quatre étaient attendus. "
     "Vérifiez que c’est bien le fichier voulu."},
    {kJsonRepeatedKey,
     "la clé « {found} » figure deux fois dans un objet ; une seule était attendue. Supprimez "
     "l’une des deux."},
    {kJsonNotATerritory,
     "une autre valeur a été trouvée ; un objet comme {\"territory\": {…}, \"stakeholders\": […], "
     "…} était attendu. Vérifiez que c’est bien le fichier voulu."},
    {kJsonNotRows,
     "une autre valeur a été trouvée ; une liste d’objets, un par ligne, était attendue. Écrivez "
     "[{…}, {…}]."},
    {kJsonNotACell,
     "plusieurs valeurs ont été trouvées, ou un caractère qu’aucun texte ne contient ; un seul "
     "texte, un seul nombre, true ou false était attendu. Écrivez une seule valeur."},
    {kTomlSyntax,
     "à partir d’ici, ce n’est plus du TOML ; des lignes comme name = \"Pays de Valdor\" étaient "
     "attendues. Vérifiez les guillemets et les crochets de cette ligne."},
    {kFormatMissing,
     "aucun format n’est indiqué ; il est lu comme le format 1. Écrivez format = 1."},
    {kFormatUnknown,
     "« {found} » a été trouvé ; cette version lit le format 1. Écrivez format = 1, ou prenez une "
     "version plus récente de Bocage."},
    {kNameMissing, "le territoire n’a pas de nom. Écrivez name = \"…\" : ses plans le porteront."},
    {kSettingUnknown,
     "« {found} » n’est pas un réglage et n’est pas pris en compte.[ Vouliez-vous dire « {0} » ?]"},
    {kSettingNotText,
     "« {found} » a été trouvé ; un texte entre guillemets était attendu. Écrivez-le."},
    {kLanguageUnknown,
     "« {found} » a été trouvé ; en ou fr était attendu. Écrivez language = \"fr\" ou language = "
     "\"en\"."},
    {kRuleMissing,
     "aucune règle n’est indiquée, et il n’y en a pas par défaut, car elle décide de ce que chacun "
     "reçoit. Écrivez rule = \"people\" pour amener chacun à la même quantité par personne (chaque "
     "besoin dit alors pour combien de personnes il est, et ces chiffres doivent être vérifiés), "
     "ou rule = \"need\" pour amener chacun à la même part de ce qu’il demande (plus simple, mais "
     "qui demande plus reçoit alors plus)."},
    {kRuleUnknown,
     "« {found} » a été trouvé ; people (la même quantité par personne) ou need (la même part de "
     "ce qui est demandé) était attendu. Écrivez rule = \"people\" ou rule = \"need\"."},
    {kOrderWrong,
     "« {found} » a été trouvé ; étaient attendus, si vous le souhaitez, minimum en premier ; puis "
     "un seul parmi fair, total et value ; puis, au choix, stability, distance, cost, value et "
     "total ; chacun une fois au plus. Écrivez par exemple order = [\"minimum\", \"fair\", "
     "\"distance\"]."},
    {kDetourWrong,
     "« {found} » a été trouvé ; un nombre de 1 à 100 était attendu, les kilomètres de route pour "
     "un kilomètre à vol d’oiseau. Écrivez 1.3, qui convient à la plupart des territoires."},
    {kMemoryWrong,
     "« {found} » a été trouvé ; un nombre entier de 0 à 1000 était attendu, le nombre de "
     "campagnes passées qui comptent. Écrivez 0 si aucune ne compte."},
    {kLotWrong,
     "« {found} » a été trouvé ; un nombre entier était attendu, dont dépendent les tirages au "
     "sort. Le jour de la réunion convient : 20270104."},
    {kBelowMinimumUnknown,
     "« {found} » a été trouvé ; set_aside (mettre de côté) ou share (partager) était attendu. "
     "Écrivez below_minimum = \"set_aside\" ou below_minimum = \"share\"."},
    {kTableMissing,
     "ce tableau manque ; tout territoire l’a, même sans aucune ligne. Écrivez-le.[ Est-ce "
     "« {1} » ? Alors renommez-le.]"},
    {kTableNameNear,
     "ce n’est pas un tableau du territoire, et il n’est pas pris en compte. S’il s’agit de {0}, "
     "renommez-le."},
    {kHeaderMissing,
     "aucune colonne ne s’appelle « {0} », qui est obligatoire. Ajoutez-la, ou renommez la colonne "
     "qui la contient.[ Est-ce « {1} » ?]"},
    {kHeaderRepeated,
     "la colonne « {found} » est déjà la colonne {0} ; une seule était attendue. Renommez ou "
     "supprimez l’une des deux."},
    {kRowTooLong,
     "{0} cellules ont été trouvées ; l’en-tête en a {1}. Mettez entre guillemets une cellule qui "
     "contient une virgule ou un point-virgule, ou supprimez ce qui est de trop."},
    {kCellEmpty,
     "la cellule est vide ; une valeur était attendue. Écrivez-la, ou supprimez la ligne."},
    {kNotANumber,
     "« {found} » a été trouvé ; un nombre comme 12,5 était attendu. N’écrivez que des chiffres."},
    {kNumberWithUnit,
     "« {found} » a été trouvé ; un nombre comme 12,5 était attendu. Écrivez ici {0}[ et l’unité "
     "dans {2}]."},
    {kThousandsSeparator,
     "« {found} » a été trouvé ; un nombre sans séparateur de milliers était attendu. Écrivez "
     "{0}."},
    {kNumberNotFinite,
     "« {found} » a été trouvé ; un nombre comme 12,5 était attendu. Écrivez le chiffre, ou "
     "supprimez la ligne tant qu’il n’est pas connu."},
    {kTooManyDecimals,
     "« {found} » a été trouvé ; {0} décimales au plus étaient attendues. Arrondissez."},
    {kNumberTooLarge,
     "« {found} » a été trouvé ; {0} au plus était attendu. Vérifiez le chiffre, ou comptez dans "
     "une unité plus grande."},
    {kNegative,
     "« {found} » a été trouvé ; 0 ou plus était attendu. Écrivez-le sans le signe moins."},
    {kZeroQuantity,
     "« {found} » a été trouvé ; plus de 0 était attendu. Écrivez la quantité, ou supprimez la "
     "ligne."},
    {kQuantumNotPositive,
     "« {found} » a été trouvé ; plus de 0 était attendu. Écrivez le pas que l’on utilise, par "
     "exemple 5 pour des caisses de 5 kg."},
    {kNotWholeQuanta,
     "« {found} » a été trouvé ; un multiple de {0} {1}, le pas (quantum) de cette ressource, "
     "était attendu. Écrivez [{2} ou ]{3}, ou changez le quantum dans resources.csv."},
    {kMinimumAboveQuantity,
     "un minimum de « {found} » a été trouvé ; au plus la quantité, {0}, était attendu. Baissez "
     "l’un ou augmentez l’autre."},
    {kPeopleNotWhole,
     "« {found} » a été trouvé ; un nombre entier de personnes, à partir de 1, était attendu. Une "
     "organisation qui ne représente qu’elle-même écrit 1."},
    {kPeopleMissing,
     "la règle est \"people\", et rien ne dit pour combien de personnes est ce besoin de « {1} ». "
     "Écrivez-le ici, ou pour la partie prenante dans stakeholders.csv ; une organisation qui ne "
     "représente qu’elle-même écrit 1."},
    {kIntensityWrong,
     "« {found} » a été trouvé ; 1, 2 ou 3 était attendu. Écrivez 3 pour ce qui est le plus "
     "nécessaire."},
    {kDateWrong,
     "« {found} » a été trouvé ; un jour qui existe, écrit AAAA-MM-JJ, était attendu.[ Écrivez "
     "{0}.]"},
    {kFromAfterUntil,
     "« {found} » a été trouvé, avant le premier jour, {0} ; le même jour ou un jour plus tard "
     "était attendu. Vérifiez les deux jours."},
    {kLatitudeOutOfRange,
     "« {found} » a été trouvé ; des degrés de -90 à 90 étaient attendus. Vérifiez que la "
     "longitude et la latitude ne sont pas échangées."},
    {kLongitudeOutOfRange,
     "« {found} » a été trouvé ; des degrés de -180 à 180 étaient attendus. Vérifiez que la "
     "longitude et la latitude ne sont pas échangées."},
    {kPositionHalf,
     "« {found} » a été trouvé sans {0} ; les deux étaient attendues. Écrivez l’autre, ou aucune."},
    {kArrangedKindUnknown,
     "« {found} » a été trouvé ; today (ce qui se fait aujourd’hui), agreed (accepté) ou fixed "
     "(réglé par les deux, jamais touché) était attendu. Écrivez l’un de ces mots."},
    {kYesOrNo,
     "« {found} » a été trouvé ; oui ou non était attendu. Écrivez l’un des deux, ou laissez la "
     "cellule vide pour non."},
    {kIdRepeated,
     "l’identifiant « {found} » est déjà pris ({0}) ; chacun ne peut servir qu’une fois parmi les "
     "parties prenantes, les besoins et les apports, et une fois dans chaque autre tableau. "
     "Changez l’un des deux."},
    {kIdWithSpace,
     "l’identifiant « {found} » a été trouvé ; un seul mot était attendu : l’espace sépare les "
     "identifiants d’une liste, et * vaut pour tous.[ Écrivez « {0} ».]"},
    {kStakeholderUnknown,
     "« {found} » a été trouvé ; l’identifiant ou le nom d’une partie prenante était attendu.[ "
     "Vouliez-vous dire « {0} » ?] Si elle est nouvelle, ajoutez-la à stakeholders.csv."},
    {kResourceUnknown,
     "« {found} » a été trouvé ; l’identifiant ou le nom d’une ressource était attendu.[ "
     "Vouliez-vous dire « {0} » ?] Si elle est nouvelle, ajoutez-la à resources.csv."},
    {kNeedUnknown,
     "« {found} » a été trouvé ; l’identifiant d’un besoin était attendu.[ Vouliez-vous dire "
     "« {0} » ?] S’il est nouveau, ajoutez-le à needs.csv."},
    {kContributionUnknown,
     "« {found} » a été trouvé ; l’identifiant d’un apport était attendu.[ Vouliez-vous dire "
     "« {0} » ?] S’il est nouveau, ajoutez-le à contributions.csv."},
    {kSharedProblemUnknown,
     "« {found} » a été trouvé ; l’identifiant ou le titre d’un problème était attendu.[ "
     "Vouliez-vous dire « {0} » ?] S’il est nouveau, ajoutez-le à problems.csv."},
    {kSharedCostUnknown,
     "« {found} » a été trouvé ; l’identifiant ou le nom d’un coût commun était attendu.[ "
     "Vouliez-vous dire « {0} » ?] S’il est nouveau, ajoutez-le à shared_costs.csv."},
    {kProjectUnknown,
     "trouvé «\u00A0{found}\u00A0»\u00A0; l’identifiant ou le nom d’un projet était attendu.[ "
     "Vouliez-vous dire «\u00A0{0}\u00A0»\u00A0?] S’il est nouveau, ajoutez-le à projects.csv."},
    {kProjectLimitUnknown,
     "trouvé «\u00A0{found}\u00A0»\u00A0; l’identifiant ou le nom d’une limite était attendu.[ "
     "Vouliez-vous dire «\u00A0{0}\u00A0»\u00A0?] Si elle est nouvelle, ajoutez-la à "
     "project_limits.csv."},
    {kBanSideUnknown,
     "« {found} » a été trouvé ; l’identifiant ou le nom d’une partie prenante, l’identifiant d’un "
     "apport (sous from) ou d’un besoin (sous to), ou * pour tous, était attendu.[ Vouliez-vous "
     "dire « {0} » ?]"},
    {kIdOfAnotherTable,
     "« {found} » a été trouvé, un identifiant de {0} ; celui d’un autre tableau était attendu. "
     "Vérifiez que les colonnes ne sont pas échangées."},
    {kNameAmbiguous,
     "« {found} » a été trouvé, un nom que plusieurs portent : {0}. Écrivez l’identifiant de celui "
     "que vous voulez dire."},
    {kCommuneUnknown,
     "« {found} » a été trouvé ; le code INSEE d’une commune française, comme 26113, ou son nom, "
     "était attendu. Vérifiez l’orthographe ; un code postal n’est pas un code INSEE."},
    {kCommuneAmbiguous,
     "« {found} » a été trouvé, un nom que plusieurs communes portent : {0}. Écrivez le code de "
     "celle que vous voulez dire."},
    {kBroaderCycle,
     "un cercle a été trouvé : {0}. Une ressource ne peut pas être comprise en elle-même : videz "
     "l’une de ces cellules."},
    {kUnitsDiffer,
     "l’unité « {0} » a été trouvée, alors que la ressource plus large « {1} » est en « {2} » ; "
     "une seule unité était attendue. Corrigez l’une des deux, ou videz la cellule sous broader."},
    {kQuantaDiffer,
     "{0} a été trouvé, alors que « {1} » indique {2} ; un seul quantum était attendu pour des "
     "ressources qui se remplacent. Écrivez le même, ou laissez l’un des deux vide."},
    {kUnlikeResources,
     "« {0} », en « {1} », a été trouvée avec « {2} », en « {3} » ; une seule unité était "
     "attendue. Écrivez deux lignes."},
    {kFamilyTooLarge,
     "la somme de ses quantités est {0} ; {1} au plus était attendu. Comptez dans une unité plus "
     "grande, ou avec un quantum plus grand."},
    {kPairRepeated,
     "cet apport et ce besoin sont déjà ensemble à la ligne {0} ; chaque paire n’était attendue "
     "qu’une fois. Supprimez l’une des deux."},
    {kArrangedUnlike,
     "l’apport donne « {0} » et le besoin demande « {1} », qui ne se remplacent pas. Vérifiez les "
     "deux identifiants."},
    {kMoreProblems, "Et {0} autres problèmes. Corrigez d’abord ceux qui précèdent."},
    {kSharedPartNeedsOwnPeople,
     "la règle est \"people\", et plusieurs besoins de « {0} » puisent dans les mêmes moyens "
     "({1+}) ; chacun doit dire pour combien de personnes il est. Écrivez-le sous people dans "
     "needs.csv."},
    {kSharedPartPeopleExceed,
     "les besoins de « {0} » qui puisent dans les mêmes moyens ({1+}) sont ensemble pour plus de "
     "personnes que « {0} » n’en représente. Baissez-les dans needs.csv, ou corrigez le chiffre "
     "dans stakeholders.csv."},
    {kFixedExceedsContribution,
     "les lignes déjà fixées prennent {1} à « {0} » ; {2} au plus, ce qu’elle a, était attendu. "
     "Baissez une ligne fixée, ou augmentez l’apport."},
    {kFixedExceedsNeed,
     "les lignes déjà fixées apportent {1} à « {0} » ; {2} au plus, ce qu’il demande, était "
     "attendu. Baissez une ligne fixée, ou augmentez le besoin."},
    {kListedLinkNotPossible,
     "la paire « {0} » et « {1} » n’est pas possible et n’est pas prise en compte : {=2}. "
     "Supprimez la ligne, ou corrigez les lignes qu’elle relie."},
    {kNothingToKeep,
     "il n’y a rien à garder : aucune ligne acceptée et aucun plan précédent. Écrivez des lignes "
     "« agreed » dans arranged.csv, ou nommez le plan précédent avec --previous."},
    {kPlanFormat,
     "le format « {found} » a été trouvé ; « bocage-plan/1 » était attendu. Vérifiez que c’est "
     "bien le plan voulu, ou refaites-le avec cette version."},
    {kPlanValueMissing,
     "rien n’a été trouvé ; {=0} était attendu. Refaites le plan : il a été modifié ou tronqué."},
    {kPlanValueWrong,
     "« {found} » a été trouvé ; {=0} était attendu. Refaites le plan : il a été modifié."},
    {kWordUnknown,
     "« {found} » a été trouvé ; l’un de ces mots était attendu : {0}. Écrivez l’un d’eux."},
    {kMomentWrong,
     "« {found} » a été trouvé ; un jour et une heure comme 2026-12-03T14:05 étaient "
     "attendus. Écrivez-les ainsi."},
    {kPlanNumberWrong,
     "« {found} » a été trouvé ; le numéro d’un plan de cette campagne, à partir de 1, "
     "était attendu. Écrivez-le."},
    {kStepOutOfOrder,
     "l’étape « {found} » ne peut être franchie là où en est alors la campagne ({0}) ; "
     "elle est laissée de côté. Supprimez la ligne, ou remettez les lignes dans l’ordre où les "
     "choses se sont passées."},
    {kSettingNotCount,
     "« {found} » a été trouvé ; un nombre entier de {0} à {1} était attendu. "
     "Écrivez-le."},
    {kSettingNotPercent,
     "« {found} » a été trouvé ; un nombre de 0 à 100 était attendu. Écrivez-le."},
    {kSettingNotShare,
     "« {found} » a été trouvé ; une part comme \"2/3\", supérieure à 0 et au plus égale à "
     "1, était attendue. Écrivez-la entre guillemets."},
    {kNotRatio,
     "« {found} » a été trouvé ; une part de 0 à 1 était attendue. Écrivez-la comme un nombre : "
     "0.8 pour 80 %."},
    {kCompareNotAmount,
     "« {found} » a été trouvé ; un nombre, 0 ou plus, était attendu. Écrivez-le."},
    {kCompareNotTexts,
     "« {found} » a été trouvé ; une liste de textes était attendue. Écrivez-la entre crochets : "
     "[\"residents\", \"association\"]."},
    {kCompareNameUnknown,
     "« {found} » a été trouvé ; les tables n’ont pas de tel nom ({0}), cette ligne ne compte "
     "donc pour rien. Corrigez le nom ou supprimez la ligne."},
    {kRowsOfNoTable,
     "ce tableau manque, et {0} parle de ses lignes ; les deux étaient attendus. Écrivez-le, ou "
     "supprimez {0}."},
    {kCostMemberRepeated,
     "« {found} » partage déjà « {0} » à la ligne {1} ; chaque membre n’était attendu qu’une "
     "fois. Supprimez l’une des deux lignes."},
    {kCoalitionRepeated,
     "un second coût a été trouvé pour les mêmes membres de « {0} », déjà donné à {1} ; un seul "
     "était attendu. Supprimez l’un des deux."},
    {kCoalitionNotOfMembers,
     "« {1} » a été trouvé, qui ne partage pas « {0} » ; des membres de ce coût étaient attendus. "
     "Ajoutez une ligne à shared_cost_members.csv, ou retirez « {1} »."},
    {kCostWithoutMembers,
     "personne ne partage « {0} » ; ses membres étaient attendus, une ligne chacun, dans "
     "shared_cost_members.csv. Ajoutez-les, ou supprimez cette ligne."},
    {kCostUseMissing,
     "l’usage de « {0} » n’est pas donné pour {1+} ; il était attendu pour chaque membre, la clé "
     "ou la formule s’appuie dessus. Écrivez-le sous use dans shared_cost_members.csv ; 0 est "
     "aussi un chiffre."},
    {kCostUseNothing,
     "personne n’utilise « {0} », qui se partage selon l’usage ; un usage était attendu. "
     "Écrivez-le sous use dans shared_cost_members.csv, ou choisissez une autre clé."},
    {kCostOfAllDiffers,
     "{found} a été trouvé pour tous les membres ensemble ; {1} était attendu, le coût de « {0} » "
     "dans shared_costs.csv. Corrigez l’un des deux, ou supprimez cette ligne."},
    {kCostFormulaHalf,
     "une capacité a été trouvée pour « {0} » et rien sous {1} ; le coût de chaque capacité "
     "entamée était attendu. Écrivez-le, ou supprimez la capacité."},
    {kCostMembersTooMany,
     "plus de {1} membres partagent « {0} » ; {1} au plus étaient attendus. Partagez-le en deux."},
    {kProjectRowRepeated,
     "trouvé «\u00A0{found}\u00A0» une deuxième fois pour «\u00A0{0}\u00A0», après la ligne "
     "{1}\u00A0; une seule ligne était attendue. Retirez l’une des deux."},
    {kFunderRepeated,
     "trouvé «\u00A0{found}\u00A0», dont le budget est déjà ligne {1}\u00A0; chaque financeur "
     "était attendu une fois. Retirez l’une des deux lignes."},
    {kFunderUnknown,
     "trouvé «\u00A0{1}\u00A0» parmi les financeurs de «\u00A0{0}\u00A0», sans budget\u00A0; "
     "des financeurs de funders.csv étaient attendus. Ajoutez-y sa ligne, ou retirez-le d’ici."},
    {kBenefitUnitsDiffer,
     "trouvé «\u00A0{found}\u00A0» pour «\u00A0{0}\u00A0» et «\u00A0{1}\u00A0» ailleurs\u00A0; "
     "une seule unité était attendue, car les bénéfices s’additionnent. Employez la même pour tous "
     "les projets."},
    {kProjectQuantityMissing,
     "trouvé un nombre sous {1}, et «\u00A0{0}\u00A0» ne dit aucune quantité\u00A0; ce qu’il "
     "produit en tout était attendu. Écrivez-le sous quantity dans projects.csv, ou videz cette "
     "case."},
    {kBatchMissing,
     "aucun plus petit lot n’est donné pour «\u00A0{1}\u00A0» dans «\u00A0{0}\u00A0»\u00A0; le "
     "minimum qui vaut de démarrer était attendu, car une part symbolique n’en est pas une. "
     "Écrivez-le sous minimum."},
    {kFunderSharesCrossed,
     "trouvé une part d’au moins {1} et d’au plus {2} pour «\u00A0{0}\u00A0»\u00A0; la première "
     "ne devait pas dépasser la seconde. Corrigez l’une des deux."},
    {kOwnFundsWithoutCost,
     "trouvé des fonds propres pour «\u00A0{0}\u00A0», qui ne dit aucun coût\u00A0; le coût dont "
     "ils font partie était attendu. Écrivez-le sous cost, ou videz cette case."},
    {kVotesSectionMissing,
     "il n’y a pas de section {0}\u00A0; META, PROJECTS et VOTES étaient attendues, chacune sur sa "
     "ligne. Ajoutez-la."},
    {kVotesColumnMissing,
     "la section {0} n’a pas de {1}\u00A0; il était attendu. Ajoutez-le à la section."},
    {kVotesTypeUnknown,
     "trouvé des votes de type «\u00A0{found}\u00A0»\u00A0; l’un de {0} était attendu. Des votes "
     "qui classent les projets ne se comptent pas à parts égales."},
    {kVoteProjectUnknown,
     "trouvé un vote pour «\u00A0{found}\u00A0», qui n’est pas un projet de ce fichier\u00A0; un "
     "identifiant de PROJECTS était attendu. Corrigez-le, ou retirez-le."},
    {kVotePointsDiffer,
     "trouvé {0} points pour {1} projets\u00A0; des points pour chacun étaient attendus. Complétez "
     "la ligne."},
    {kVotesNone,
     "personne ne vote ici\u00A0; une ligne par votant était attendue. Ajoutez les votes."},
    {kCountNotWhole,
     "trouvé «\u00A0{found}\u00A0»\u00A0; un nombre entier, 0 ou plus, était attendu\u00A0: on "
     "compte des personnes. "
     "Corrigez-le."},
    {kSharesNotWhole,
     "trouvé «\u00A0{found}\u00A0»\u00A0; un nombre entier de parts était attendu, souscrites (5) "
     "ou rendues (-5), "
     "et pas 0. Corrigez-le, ou supprimez la ligne."},
    {kStatuteWrong,
     "trouvé «\u00A0{found}\u00A0»\u00A0; {0} était attendu. Corrigez-le dans territory.toml."},
    {kCollegeUnknown,
     "trouvé «\u00A0{found}\u00A0»\u00A0; l’identifiant ou le nom d’un collège était attendu.[ "
     "Vouliez-vous dire "
     "«\u00A0{0}\u00A0»\u00A0?] S’il est nouveau, ajoutez-le à colleges.csv."},
    {kAssociateUnknown,
     "trouvé «\u00A0{found}\u00A0»\u00A0; l’identifiant ou le nom d’un associé était attendu.[ "
     "Vouliez-vous dire "
     "«\u00A0{0}\u00A0»\u00A0?] S’il est nouveau, ajoutez-le à associates.csv."},
    {kResolutionUnknown,
     "trouvé «\u00A0{found}\u00A0»\u00A0; l’identifiant ou le titre d’une résolution était "
     "attendu.[ Vouliez-vous "
     "dire «\u00A0{0}\u00A0»\u00A0?] Si elle est nouvelle, ajoutez-la à resolutions.csv."},
    {kAssemblyRowRepeated,
     "trouvé «\u00A0{found}\u00A0» une seconde fois, après la ligne {0}\u00A0; une seule fois "
     "était attendu. Rien "
     "ne dit laquelle des deux vaut\u00A0: supprimez-en une."},
    {kCollegesTooMany, "plus de {0} collèges\u00A0; {0} au plus étaient attendus. Réunissez-en."},
    {kWeightHalf,
     "«\u00A0{0}\u00A0» n’a pas de poids alors que d’autres collèges en ont\u00A0; un poids pour "
     "chacun était "
     "attendu, ou pour aucun, et tous pèsent alors autant. Écrivez-le sous weight."},
    {kMajorityUnknown,
     "trouvé «\u00A0{found}\u00A0»\u00A0; ordinary (plus de la moitié des voix exprimées), "
     "two_thirds, unanimity, ou "
     "une fraction comme 3/5 (au moins cela) était attendu. Corrigez-le."},
    {kVoteUnknown, "trouvé «\u00A0{found}\u00A0»\u00A0; l’un de {0} était attendu. Corrigez-le."},
    {kVoterNotMember,
     "«\u00A0{0}\u00A0» n’est pas associé le {1}, jour du vote\u00A0; quelqu’un d’entré avant et "
     "pas encore sorti "
     "était attendu. Corrigez les dates dans associates.csv, ou supprimez le vote."},
    {kVoterNoCollege,
     "«\u00A0{0}\u00A0» n’est dans aucun collège, et les voix se comptent par collège\u00A0; son "
     "collège était "
     "attendu. Écrivez-le dans associates.csv."},
    {kProxyNotThere,
     "«\u00A0{0}\u00A0» porte cette voix et ne vote pas\u00A0; quelqu’un de présent était attendu. "
     "Ajoutez son "
     "propre vote, ou corrigez qui porte celui-ci."},
    {kProxyOfItself,
     "«\u00A0{0}\u00A0» porte sa propre voix\u00A0; quelqu’un d’autre était attendu, ou une case "
     "vide s’il est "
     "présent. Videz la case."},
    {kProxiesTooMany,
     "«\u00A0{0}\u00A0» porte {1} voix d’autres sur cette résolution\u00A0; les statuts en "
     "permettent {2}. Rien ne "
     "dit lesquelles valent\u00A0: confiez les autres à quelqu’un d’autre, ou supprimez-les."},
    {kVotesTwoWays,
     "«\u00A0{0}\u00A0» a des votes associé par associé dans ballots.csv et des votes à main levée "
     "dans "
     "hands.csv\u00A0; l’un des deux était attendu. Supprimez l’autre."},
    {kHandsTooMany,
     "trouvé {0} voix là où {1} personnes peuvent voter\u00A0; pas plus de voix que de personnes "
     "était "
     "attendu. Corrigez l’un des nombres."},
    {kHandsCollege,
     "un vote à main levée sur «\u00A0{0}\u00A0» sans collège, ou avec un collège là où les voix "
     "se comptent "
     "par tête\u00A0; une ligne par collège, avec son nom, était attendue là où il y a des "
     "collèges. "
     "Corrigez-le."},
    {kSharesBelowNothing,
     "«\u00A0{0}\u00A0» rend plus de parts que les {1} qu’il détient le {2}\u00A0; pas plus était "
     "attendu. "
     "Corrigez le nombre, ou ajoutez l’entrée qui manque."},
    {kRulePredicateUnknown,
     "trouvé «\u00A0{found}\u00A0»\u00A0; l’un de {0} était attendu. Corrigez-le."},
    {kRuleParameterWrong,
     "trouvé «\u00A0{0}\u00A0»\u00A0; {1} était attendu. Corrigez-le\u00A0: les éléments "
     "s’écrivent nom=valeur, séparés "
     "par «\u00A0;\u00A0»."},
    {kRuleWordUnknown,
     "trouvé «\u00A0{found}\u00A0»\u00A0; l’un de {0} était attendu. Corrigez-le."},
    {kRuleRepeated,
     "trouvé «\u00A0{found}\u00A0» une seconde fois pour les mêmes jours, après la ligne "
     "{0}\u00A0; une seule règle "
     "d’un même nom à la fois était attendue. Terminez la première avant le début de celle-ci."},
    {kLotAboveQuantity,
     "trouvé {found}, plus que le tout, {0}\u00A0; un lot qui y entre au moins une fois était "
     "attendu. "
     "Corrigez l’un des deux."},
    {kSmallestAboveQuantity,
     "trouvé {found}, plus que le tout, {0}\u00A0; une livraison minimale possible était attendue. "
     "Corrigez l’un des deux."},
    {kOfferUnknown,
     "«\u00A0{found}\u00A0» a été trouvé\u00A0; l’identifiant d’un besoin ou d’une contribution "
     "était attendu.[ "
     "Vouliez-vous dire «\u00A0{0}\u00A0»\u00A0?] S’il est nouveau, ajoutez sa ligne."},
    {kDependsOnItself,
     "trouvé «\u00A0{0}\u00A0» parmi ce dont il dépend lui-même\u00A0; d’autres besoins ou "
     "contributions étaient "
     "attendus. Retirez-le."},
    {kRecipeUnknown,
     "«\u00A0{found}\u00A0» a été trouvé\u00A0; une recette de recipes.csv était attendue.[ "
     "Vouliez-vous dire "
     "«\u00A0{0}\u00A0»\u00A0?] Si elle est nouvelle, ajoutez-y ses lignes."},
    {kRecipeRowRepeated,
     "cette ressource est une deuxième fois du même côté de la recette «\u00A0{0}\u00A0», après la "
     "ligne "
     "{1}\u00A0; une seule ligne était attendue. Additionnez-les, ou retirez-en une."},
    {kRecipeRowEmpty,
     "ni quantité prise ni quantité faite dans la recette «\u00A0{0}\u00A0»\u00A0; au moins une "
     "était attendue. "
     "Écrivez-la sous takes ou sous makes."},
    {kRecipeLosesAll,
     "la recette «\u00A0{0}\u00A0» perd tout\u00A0; moins de 1 était attendu, comme 0,05 pour un "
     "vingtième. "
     "Corrigez."},
    {kRecipeTakesNothing,
     "la recette «\u00A0{0}\u00A0» ne prend rien\u00A0; une ligne avec une quantité sous takes "
     "était attendue. "
     "Ajoutez-la\u00A0: ce qui ne vient de rien est une contribution."},
    {kRecipeMakesNothing,
     "la recette «\u00A0{0}\u00A0» ne fait rien\u00A0; une ligne avec une quantité sous makes "
     "était attendue. "
     "Ajoutez-la\u00A0: ce qui ne donne rien est un besoin."},
    {kRecipeTooFine,
     "trouvé {found}, et la recette «\u00A0{0}\u00A0» doit rester exacte\u00A0; au plus 1000000 "
     "unités de chaque chose par unité étaient attendues, par pas qui n’en comptent pas davantage. "
     "Donnez-la pour moins, ou dans des unités plus grandes."},
    {kActivityMakesTooLittle,
     "trouvé une capacité avec laquelle «\u00A0{0}\u00A0» traite moins de {2} {3} de "
     "«\u00A0{1}\u00A0»\u00A0; au moins son "
     "quantum était attendu. Augmentez la capacité, ou diminuez le quantum."},
}};

static_assert(covers_every_code(kFrench));

}  // namespace

const ProblemWordings& french_problems() { return kFrench; }

}  // namespace bocage::exchange
