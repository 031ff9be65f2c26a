#pragma once

#include "story/desk.h"

// S1 (domain.md, F1): six members share one van, 40 hours, 66 asked for.
namespace bocage::story {

inline void write_one_van(const Desk& desk, const std::string& folder,
                          const std::string& language) {
  desk.write(folder + "/territory.toml",
             "format = 1\nname = \"One van\"\nlanguage = \"" + language +
                 "\"\nrule = \"need\"\norder = [\"minimum\", \"fair\", \"distance\"]\n");
  desk.write(folder + "/stakeholders.csv",
             "id,name,kind\ncommune,Commune,local_authority\nrecyclerie,Recyclerie,association\n"
             "menuiserie,Menuiserie,company\nbanque,Banque alimentaire,association\n"
             "entraide,Entraide déménagement,residents\nmaraicher,Maraîcher,company\n"
             "theatre,Théâtre,association\n");
  desk.write(folder + "/resources.csv", "id,name,unit,quantum\nvan,Van,h,0.001\n");
  desk.write(
      folder + "/needs.csv",
      "id,stakeholder,resource,quantity,minimum\nn1,recyclerie,van,12,6\nn2,menuiserie,van,16,8\n"
      "n3,banque,van,10,5\nn4,entraide,van,6,6\nn5,maraicher,van,14,10\nn6,theatre,van,8,4\n");
  desk.write(folder + "/contributions.csv",
             "id,stakeholder,resource,quantity\nc1,commune,van,40\n");
}

// The same rows and columns in another order, semicolons, decimal commas, names in place of ids.
inline void write_one_van_shuffled(const Desk& desk, const std::string& folder) {
  desk.write(folder + "/territory.toml",
             "order = [\"minimum\", \"fair\", \"distance\"]\nrule = \"need\"\nlanguage = "
             "\"en\"\nname = \"One van\"\n"
             "format = 1\n");
  desk.write(folder + "/stakeholders.csv",
             "\xEF\xBB\xBFname;id;kind\nThéâtre;theatre;association\nMaraîcher;maraicher;company\n"
             "Commune;commune;local_authority\nEntraide déménagement;entraide;residents\n"
             "Menuiserie;menuiserie;company\nBanque alimentaire;banque;association\n"
             "Recyclerie;recyclerie;association\n");
  desk.write(folder + "/resources.csv", "unit;quantum;name;id;colour\r\nh;0,001;Van;van;white\r\n");
  desk.write(
      folder + "/needs.csv",
      "quantity;id;resource;minimum;stakeholder\n8,0;n6;van;4;Théâtre\n14;n5;Van;10;maraicher\n"
      "6;n4;van;6;entraide\n10;n3;van;5;Banque "
      "alimentaire\n16;n2;van;8;menuiserie\n12;n1;van;6;recyclerie\n");
  desk.write(folder + "/contributions.csv",
             "resource;quantity;stakeholder;id\nvan;40;Commune;c1\n");
}

inline const char* const kOneVanJson = R"({
  "territory": {"format": 1, "name": "One van", "language": "en", "rule": "need",
                "order": ["minimum", "fair", "distance"]},
  "stakeholders": [
    {"id": "commune", "name": "Commune", "kind": "local_authority"},
    {"id": "recyclerie", "name": "Recyclerie", "kind": "association"},
    {"id": "menuiserie", "name": "Menuiserie", "kind": "company"},
    {"id": "banque", "name": "Banque alimentaire", "kind": "association"},
    {"id": "entraide", "name": "Entraide déménagement", "kind": "residents"},
    {"id": "maraicher", "name": "Maraîcher", "kind": "company"},
    {"id": "theatre", "name": "Théâtre", "kind": "association"}],
  "resources": [{"id": "van", "name": "Van", "unit": "h", "quantum": 0.001}],
  "needs": [
    {"id": "n1", "stakeholder": "recyclerie", "resource": "van", "quantity": 12, "minimum": 6},
    {"id": "n2", "stakeholder": "menuiserie", "resource": "van", "quantity": 16, "minimum": 8},
    {"id": "n3", "stakeholder": "banque", "resource": "van", "quantity": 10, "minimum": 5},
    {"id": "n4", "stakeholder": "entraide", "resource": "van", "quantity": 6, "minimum": 6},
    {"id": "n5", "stakeholder": "maraicher", "resource": "van", "quantity": 14, "minimum": 10},
    {"id": "n6", "stakeholder": "theatre", "resource": "van", "quantity": 8, "minimum": 4}],
  "contributions": [{"id": "c1", "stakeholder": "commune", "resource": "van", "quantity": 40}]
})";

}  // namespace bocage::story
