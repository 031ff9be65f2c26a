#pragma once

#include <map>
#include <string>

#include "exchange/read_territory.h"

// Small territories held in memory, to be spoiled a file at a time.
namespace bocage::exchange {

using Folder = std::map<std::string, std::string>;

inline Folder two_canteens() {
  return {
      {"territory.toml", "format = 1\nname = \"Diois\"\nrule = \"people\"\n"},
      {"stakeholders.csv",
       "id,name,kind,longitude,latitude,commune,people\n"
       "farm,Ferme des Sources,sme,5.37,44.75,,\n"
       "saillans,Cantine de Saillans,collectivité,5.19,44.69,,120\n"
       "die,Cantine de Die,local authority,,,26113,300\n"},
      {"resources.csv",
       "id,name,unit,broader,quantum\n"
       "vegetables,Vegetables,kg,,0.5\n"
       "carrots,Carrots,kg,vegetables,\n"
       "van,Van with driver,h,,\n"},
      {"needs.csv",
       "id,stakeholder,resource,quantity,minimum,people,from,until,reach_km,price,intensity\n"
       "n1,saillans,carrots,40,10,,2027-01-04,2027-01-08,30,1.2,3\n"
       "n2,die,vegetables,60.5,,280,,,,,\n"},
      {"contributions.csv",
       "id,stakeholder,resource,quantity,from,until,reach_km,cost\n"
       "c1,farm,carrots,75,2027-01-01,,40,0.9\n"},
  };
}

// The same folder with one file replaced.
inline Folder with(Folder folder, const std::string& file, const std::string& bytes) {
  folder[file] = bytes;
  return folder;
}

inline Folder without(Folder folder, const std::string& file) {
  folder.erase(file);
  return folder;
}

// The same folder with one text replaced by another inside a file; the text must be there once.
inline Folder replaced(Folder folder, const std::string& file, const std::string& text,
                       const std::string& by) {
  std::string& bytes = folder.at(file);
  std::size_t const at = bytes.find(text);
  if (at == std::string::npos || bytes.find(text, at + 1) != std::string::npos) {
    return {{"this test replaces a text that is not there once", text}};
  }
  bytes.replace(at, text.size(), by);
  return folder;
}

}  // namespace bocage::exchange
