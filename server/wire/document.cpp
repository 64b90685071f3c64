#include "wire/document.h"

#include <algorithm>

#include <boost/describe/class.hpp>

#include "domain/limits.h"
#include "wire/described_values.h"
#include "wire/text.h"
#include "wire/write.h"

namespace kiemkring::wire {

BOOST_DESCRIBE_STRUCT(DocumentProblem, (), (where, why))

void DocumentReader::problem(std::string_view name, std::string_view why) {
    if (problems_.size() >= domain::limits::document_problems_max) return;
    const bool joins = !place_.empty() && !name.empty() && name.front() != '[';
    problems_.push_back({place_ + (joins ? "." : "") + std::string{name}, std::string{why}});
}

bool DocumentReader::begins(const Json& file, std::string_view form, std::int64_t version,
                            std::initializer_list<std::string_view> members) {
    const auto* said = file.object() ? file.member(form) : nullptr;
    if (!said) {
        problem("", "another_file");
        return false;
    }
    if (!said->integer() || *said->integer() != version) {
        problem(form, "other_version");
        return false;
    }
    for (const auto& [name, unused] : *file.object())
        if (name != form && std::ranges::find(members, name) == members.end()) problem(name.substr(0, 40), "unknown_member");
    return true;
}

void DocumentReader::only_members(const Json& object, std::initializer_list<std::string_view> known) {
    for (const auto& [name, unused] : *object.object())
        if (std::ranges::find(known, name) == known.end()) problem(name.substr(0, 40), "unknown_member");
}

void DocumentReader::text(const Json& object, std::string_view name, std::string& into, std::size_t characters_max, bool needed) {
    const auto* member = object.member(name);
    if (!member) return problem(name, "missing");
    if (!member->string()) return problem(name, "not_a_text");
    into = *member->string();
    if (const auto why = check_optional_text(into, characters_max))
        return problem(name, *why == domain::Reason::too_long ? "too_long" : "bad_text");
    if (needed && into.empty()) problem(name, "needed");
}

void DocumentReader::number(const Json& object, std::string_view name, std::int64_t& into, std::int64_t most) {
    const auto* member = object.member(name);
    if (!member) return problem(name, "missing");
    const auto* number = member->integer();
    if (!number) return problem(name, "not_a_number");
    if (*number < 0) return problem(name, "negative");
    if (*number > most) return problem(name, "too_large");
    into = *number;
}

const Json::Array* DocumentReader::list(const Json& object, std::string_view name, std::size_t most) {
    const auto* member = object.member(name);
    const auto say = [&](std::string_view why) {
        problem(name, why);
        return nullptr;
    };
    if (!member) return say("missing");
    if (!member->array()) return say("not_a_list");
    if (member->array()->size() > most) return say("too_many");
    return member->array();
}

void DocumentReader::objects(const Json& object, std::string_view name, std::size_t most,
                             const std::function<void(const Json&)>& read) {
    const auto* items = list(object, name, most);
    if (!items) return;
    const auto around = place_;
    for (std::size_t i = 0; i < items->size(); ++i) {
        place_ = around + (around.empty() ? "" : ".") + std::string{name} + "[" + std::to_string(i) + "]";
        if ((*items)[i].object()) read((*items)[i]);
        else problem("", "not_an_object");
    }
    place_ = around;
}

std::string encode_document_problems(const DocumentProblems& problems) {
    std::string text;
    ObjectWriter{text}.put("error", "bad_document").put("problems", problems);
    return text;
}

}  // namespace kiemkring::wire
