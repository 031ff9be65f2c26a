#include "exchange/xlsx.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "exchange/xlsx_sheet.h"
#include "exchange/zip_archive.h"

namespace bocage::exchange {
namespace {

// Every element costs the reader some 64 bytes, whatever its own length.
constexpr std::ptrdiff_t kMostElements = 8'000'000;

WorkbookProblem from_zip(ZipProblem problem) {
  switch (problem) {
    case ZipProblem::kTooLarge:
      return WorkbookProblem::kTooLarge;
    case ZipProblem::kEncrypted:
      return WorkbookProblem::kPasswordAsked;
    case ZipProblem::kNoSuchPart:
      return WorkbookProblem::kNotAWorkbook;
    case ZipProblem::kNotAZip:
    case ZipProblem::kBroken:
      break;
  }
  return WorkbookProblem::kBroken;
}

struct SheetEntry {
  std::string name;
  std::string part;
  bool hidden = false;
};

std::string folder_of(const std::string& part) {
  std::size_t const slash = part.rfind('/');
  return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

// "xl/worksheets/sheet1.xml" of "worksheets/sheet1.xml", "/xl/…" or "../…", seen from "xl/".
std::string resolve(std::string folder, std::string_view target) {
  if (target.starts_with('/')) {
    return std::string(target.substr(1));
  }
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    folder = folder.empty() ? folder : folder_of(folder.substr(0, folder.size() - 1));
  }
  return folder + std::string(target);
}

// Opens the parts of one workbook; remembers the first failure.
class WorkbookReader {
 public:
  WorkbookReader(ZipArchive archive, std::string file)
      : archive_(std::move(archive)), file_(std::move(file)) {}

  base::Result<std::vector<Sheet>, WorkbookFailure> read() {
    std::vector<SheetEntry> const entries = read_workbook();
    std::vector<Sheet> sheets;
    for (const SheetEntry& entry : entries) {
      pugi::xml_document document;
      if (!parse(entry.part, document, true)) {
        break;
      }
      Sheet sheet{file_, entry.name, entry.hidden, {}, {}};
      if (auto const problem = read_cells(document.document_element(), parts_, sheet)) {
        failure_ = {*problem, entry.part};
        failed_ = true;
        break;
      }
      sheets.push_back(std::move(sheet));
    }
    if (failed_) {
      return failure_;
    }
    return sheets;
  }

 private:
  bool parse(const std::string& part, pugi::xml_document& document, bool required) {
    if (failed_) {
      return false;
    }
    auto unpacked = archive_.read(part);
    if (!unpacked) {
      bool const absent = unpacked.failure() == ZipProblem::kNoSuchPart;
      return absent && !required ? false : fail(from_zip(unpacked.failure()), part);
    }
    std::string const text = std::move(unpacked).value();
    if (text.find("<!DOCTYPE") != std::string::npos || text.find("<!ENTITY") != std::string::npos) {
      return fail(WorkbookProblem::kEntities, part);
    }
    if (std::count(text.begin(), text.end(), '<') > kMostElements) {
      return fail(WorkbookProblem::kTooLarge, part);
    }
    if (!document.load_buffer(text.data(), text.size(),
                              pugi::parse_default | pugi::parse_ws_pcdata_single)) {
      return fail(WorkbookProblem::kBroken, part);
    }
    return true;
  }

  bool fail(WorkbookProblem problem, const std::string& part) {
    failure_ = {problem, part};
    failed_ = true;
    return false;
  }

  // Where the relations of `part` point, by id; and by the last word of their type.
  std::map<std::string, std::pair<std::string, std::string>> relations_of(const std::string& part,
                                                                          bool required) {
    std::map<std::string, std::pair<std::string, std::string>> relations;
    std::string const folder = folder_of(part);
    pugi::xml_document document;
    if (!parse(folder + "_rels/" + part.substr(folder.size()) + ".rels", document, required)) {
      return relations;
    }
    for (pugi::xml_node const relation : document.document_element().children()) {
      std::string const type = relation.attribute("Type").value();
      relations[relation.attribute("Id").value()] = {
          type.substr(type.rfind('/') + 1), resolve(folder, relation.attribute("Target").value())};
    }
    return relations;
  }

  std::vector<SheetEntry> read_workbook() {
    std::string workbook = "xl/workbook.xml";
    for (auto const& [id, relation] : relations_of("", false)) {
      if (relation.first == "officeDocument") {
        workbook = relation.second;
      }
    }
    pugi::xml_document document;
    std::vector<SheetEntry> entries;
    if (!parse(workbook, document, true)) {
      return entries;
    }
    pugi::xml_node const root = document.document_element();
    parts_.from_1904 = child_named(root, "workbookPr").attribute("date1904").as_bool();
    auto const relations = relations_of(workbook, true);
    for (auto const& [id, relation] : relations) {
      if (relation.first == "sharedStrings") {
        read_strings(relation.second);
      } else if (relation.first == "styles") {
        read_styles(relation.second);
      }
    }
    for (pugi::xml_node const sheet : child_named(root, "sheets").children()) {
      auto const relation = relations.find(relation_id(sheet));
      // Sheets of charts and dialogs hold no cells.
      if (relation == relations.end() || relation->second.first != "worksheet") {
        continue;
      }
      std::string_view const state = sheet.attribute("state").as_string("visible");
      entries.push_back({sheet.attribute("name").value(), relation->second.second,
                         state == "hidden" || state == "veryHidden"});
    }
    return entries;
  }

  static std::string relation_id(const pugi::xml_node& sheet) {
    for (pugi::xml_attribute const attribute : sheet.attributes()) {
      if (std::string_view(attribute.name()).ends_with(":id")) {
        return attribute.value();
      }
    }
    return "";
  }

  void read_strings(const std::string& part) {
    pugi::xml_document document;
    if (!parse(part, document, false)) {
      return;
    }
    for (pugi::xml_node const item : document.document_element().children()) {
      parts_.strings.push_back(rich_text(item));
    }
  }

  void read_styles(const std::string& part) {
    pugi::xml_document document;
    if (!parse(part, document, false)) {
      return;
    }
    std::map<int, NumberLook> custom;
    pugi::xml_node const root = document.document_element();
    for (pugi::xml_node const format : child_named(root, "numFmts").children()) {
      custom[format.attribute("numFmtId").as_int()] =
          look_of_format_code(format.attribute("formatCode").value());
    }
    for (pugi::xml_node const style : child_named(root, "cellXfs").children()) {
      int const format = style.attribute("numFmtId").as_int();
      auto const found = custom.find(format);
      parts_.looks.push_back(found == custom.end() ? look_of_builtin_format(format)
                                                   : found->second);
    }
  }

  ZipArchive archive_;
  std::string file_;
  WorkbookParts parts_;
  WorkbookFailure failure_;
  bool failed_ = false;
};

}  // namespace

base::Result<std::vector<Sheet>, WorkbookFailure> read_xlsx(std::string_view bytes,
                                                            const std::string& file) {
  auto archive = ZipArchive::open(bytes);
  if (!archive) {
    return WorkbookFailure{from_zip(archive.failure()), ""};
  }
  return WorkbookReader(std::move(archive).value(), file).read();
}

}  // namespace bocage::exchange
