#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace bocage::fuzz {

// Three bytes a change: where, and what.
inline std::string changed(std::string document, std::string_view changes) {
  for (std::size_t i = 0; i + 2 < changes.size() && !document.empty(); i += 3) {
    std::size_t const place = (static_cast<unsigned char>(changes[i]) * 256U +
                               static_cast<unsigned char>(changes[i + 1])) %
                              document.size();
    document[place] = changes[i + 2];
  }
  return document;
}

// A folder of six stakeholders with these tables, cut from the input at lines of "="; leaves the
// rest of the input.
inline std::map<std::string, std::string> folder_of(std::string_view& rest,
                                                    std::initializer_list<const char*> tables) {
  std::map<std::string, std::string> folder{
      {"territory.toml", "format = 1\nname = \"x\"\nrule = \"need\"\n"},
      {"stakeholders.csv", "id,name\na,A\nb,B\nc,C\nd,D\ne,E\nf,F\n"}};
  for (const char* const name : tables) {
    std::size_t const end = rest.find("\n=\n");
    folder[name] = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 3);
  }
  return folder;
}

}  // namespace bocage::fuzz
