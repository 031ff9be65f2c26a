#include "cli/starter.h"

namespace bocage::cli {
namespace {

constexpr std::string_view kEnglishReadme = R"(# Our territory

A folder that Bocage plans. Its tables open in any spreadsheet; save them as CSV. The rows are an example: replace them with your own.

| file | what |
|---|---|
| `territory.toml` | the settings, explained inside |
| `stakeholders.csv` | who is here. A `commune` (name or INSEE code) may stand for longitude and latitude |
| `resources.csv` | what can be needed or provided, its unit, and the step people use (`quantum`); `broader` names a wider resource |
| `needs.csv` | who needs what, how much, from when until when, within which reach |
| `contributions.csv` | who provides what, how much, from when until when, within which reach |

Ids may be left out: they are then made from the names.

    bocage plan .                              read the plan
    bocage plan . -o plan.json                 keep it
    bocage check . plan.json                   verify it
    bocage explain . plan.json hospital        why, and what would change it
)";

const std::vector<StarterFile>& english() {
  static const std::vector<StarterFile> kFiles{
      {"territory.toml",
       R"(# The settings of your territory. Lines after # are notes: keep them or not.
format   = 1
name     = "Our territory"
language = "en"          # en or fr: the language of plans, problems and reports
currency = "EUR"

# Who counts for how much when something is short. The group decides; there is no default.
#   people   the same quantity for each person a need stands for: fair to people, needs figures somebody verifies
#   need     the same share of what each one asks: simple, but asking for more gets more
rule     = "need"

# What matters, most important first.
#   minimum  what is below a need's smallest useful quantity is waste: all of it or nothing
#   fair     nobody is left behind for someone else's surplus
#   distance then the nearest lines (or cost, value, total, stability)
order    = ["minimum", "fair", "distance"]

detour   = 1.3           # kilometres of road for one as the crow flies
memory   = 0             # how many past cycles count (received.csv)
lot      = 1             # the number from which lots are drawn, when only a lot can decide
)"},
      {"stakeholders.csv", R"(id,name,kind,longitude,latitude,people
school,Riverside School,local_authority,5.19,44.70,120
hospital,Old Mill Hospital,association,5.37,44.75,80
kitchen,Solidarity Kitchen,association,5.20,44.69,40
farm,Spring Farm,company,5.22,44.71,
growers,Upper Valley Growers,sse_enterprise,5.35,44.76,
)"},
      {"resources.csv", R"(id,name,unit,broader,quantum
vegetables,Vegetables,kg,,0.5
carrots,Carrots,kg,vegetables,0.5
)"},
      {"needs.csv", R"(id,stakeholder,resource,quantity,minimum,from,until,reach_km
school-carrots,school,carrots,60,10,2027-03-01,2027-03-31,30
hospital-vegetables,hospital,vegetables,80,20,2027-03-01,2027-03-31,25
kitchen-vegetables,kitchen,vegetables,40,5,2027-03-01,2027-03-31,30
)"},
      {"contributions.csv", R"(id,stakeholder,resource,quantity,from,until,reach_km,cost
farm-carrots,farm,carrots,70,2027-02-15,2027-04-15,20,1.1
growers-vegetables,growers,vegetables,60,2027-03-01,2027-05-31,40,1.4
)"},
      {"README.md", kEnglishReadme}};
  return kFiles;
}

constexpr std::string_view kFrenchReadme = R"(# Notre territoire

Un dossier que Bocage planifie. Ses tables s'ouvrent dans n'importe quel tableur ; enregistrez-les en CSV. Les lignes sont un
exemple inventé : remplacez-les par les vôtres.

| fichier | quoi |
|---|---|
| `territory.toml` | les réglages, expliqués dedans |
| `stakeholders.csv` | qui est là. Une `commune` (nom ou code INSEE) remplace longitude et latitude |
| `resources.csv` | ce qui peut être demandé ou apporté, son unité, le pas d'usage (`quantum`) ; `broader` nomme une ressource plus large |
| `needs.csv` | qui a besoin de quoi, combien, de quand à quand, dans quel rayon |
| `contributions.csv` | qui apporte quoi, combien, de quand à quand, dans quel rayon |

Les identifiants peuvent manquer : ils sont alors tirés des noms.

    bocage plan .                              lire le plan
    bocage plan . -o plan.json                 le conserver
    bocage check . plan.json                   le vérifier
    bocage explain . plan.json hopital         pourquoi, et ce qui le changerait
)";

const std::vector<StarterFile>& french() {
  static const std::vector<StarterFile> kFiles{
      {"territory.toml",
       R"(# Les réglages de votre territoire. Ce qui suit # est une note : gardez-la ou non.
format   = 1
name     = "Notre territoire"
language = "fr"          # en ou fr : la langue des plans, des problèmes et des rapports
currency = "EUR"

# Qui compte pour combien quand quelque chose manque. Le groupe en décide ; rien n'est choisi d'avance.
#   people   la même quantité pour chaque personne que représente un besoin : juste pour les personnes, demande des
#            effectifs vérifiés
#   need     la même part de ce que chacun demande : simple, mais demander plus fait recevoir plus
rule     = "need"

# Ce qui importe, le plus important d'abord.
#   minimum  au-dessous de la plus petite quantité utile, c'est perdu : tout le minimum ou rien
#   fair     personne n'est laissé en arrière pour le surplus d'un autre
#   distance puis les lignes les plus courtes (ou cost, value, total, stability)
order    = ["minimum", "fair", "distance"]

detour   = 1.3           # kilomètres de route pour un à vol d'oiseau
memory   = 0             # combien de campagnes passées comptent (received.csv)
lot      = 1             # le nombre d'où l'on tire au sort, quand seul le sort peut départager
)"},
      {"stakeholders.csv", R"(id,name,kind,commune,people
ecole,École du Pré,local_authority,26289,120
hopital,Hôpital du Vieux Moulin,association,Die,80
cuisine,Cuisine solidaire,association,26108,40
ferme,Ferme des Sources,company,Aouste-sur-Sye,
maraichers,Maraîchers du Haut Pays,sse_enterprise,Châtillon-en-Diois,
)"},
      {"resources.csv", R"(id,name,unit,broader,quantum
legumes,Légumes,kg,,0.5
carottes,Carottes,kg,legumes,0.5
)"},
      {"needs.csv", R"(id,stakeholder,resource,quantity,minimum,from,until,reach_km
carottes-ecole,ecole,carottes,60,10,2027-03-01,2027-03-31,50
legumes-hopital,hopital,legumes,80,20,2027-03-01,2027-03-31,30
legumes-cuisine,cuisine,legumes,40,5,2027-03-01,2027-03-31,30
)"},
      {"contributions.csv", R"(id,stakeholder,resource,quantity,from,until,reach_km,cost
carottes-ferme,ferme,carottes,70,2027-02-15,2027-04-15,40,1.1
legumes-maraichers,maraichers,legumes,60,2027-03-01,2027-05-31,80,1.4
)"},
      {"LISEZMOI.md", kFrenchReadme}};
  return kFiles;
}

}  // namespace

const std::vector<StarterFile>& starter_files(territory::Language language) {
  return language == territory::Language::kFrench ? french() : english();
}

}  // namespace bocage::cli
