#include "documents.hpp"
#include "words.hpp"

namespace prorata::json {
namespace {

constexpr std::size_t mostPlans = 256;

std::size_t sizeOf(const Reader& array) { return array.value().size(); }

LocalizedText readText(const Reader& at) {
  LocalizedText text;
  at.eachMember([&](const std::string& tag, const Reader& translation) { text.emplace_back(tag, translation.text()); });
  static_cast<void>(at.at("en"));
  static_cast<void>(at.at("zh-CN"));
  return text;
}

Features readFeatures(const Reader& at) {
  Features features;
  at.eachMember([&](const std::string& feature, const Reader& availability) {
    features.emplace_back(feature, readWord(availabilities, availability));
  });
  return features;
}

Money readMoney(const Reader& at, int minorDigits) {
  const auto money = parseMoney(at.text(), minorDigits);
  if (!money)
    at.fail(ErrorCode::invalidValue,
            "This is no amount, written as digits with at most " + std::to_string(minorDigits) + " decimals.");
  return *money;
}

ContactSales readContactSales(const Reader& at) {
  at.expectMembers({"id", "name", "contactSales", "minimumMinutes", "features"});
  const Reader contactSales = at.at("contactSales");
  if (contactSales.value() != Json(true)) contactSales.fail(ErrorCode::invalidValue, "Only true may stand here.");
  return {at.maybe("minimumMinutes", [](const Reader& minutes) { return minutes.minutes(); })};
}

SelfServe readSelfServe(const Reader& at, int minorDigits) {
  at.expectMembers(
      {"id", "name", "monthlyPrice", "listPrice", "monthlyMinutes", "bonusMinutes", "overage", "features"});
  const auto money = [&](const Reader& amount) { return readMoney(amount, minorDigits); };
  SelfServe terms;
  terms.monthlyPrice = money(at.at("monthlyPrice"));
  terms.listPrice = at.maybe("listPrice", money);
  terms.monthlyMinutes = at.at("monthlyMinutes").minutes();
  if (at.has("bonusMinutes")) terms.bonusMinutes = at.at("bonusMinutes").minutes();
  terms.overage = readWord(overageModes, at.at("overage"));
  return terms;
}

Plan readPlanDocument(const Reader& at, int minorDigits) {
  at.expectObject();
  Plan plan;
  if (at.has("contactSales")) {
    plan.terms = readContactSales(at);
  } else {
    plan.terms = readSelfServe(at, minorDigits);
  }
  plan.id = at.at("id").nonEmptyText();
  plan.name = readText(at.at("name"));
  if (at.has("features")) plan.features = readFeatures(at.at("features"));
  return plan;
}

Pack readPackDocument(const Reader& at, int minorDigits) {
  at.expectMembers({"id", "name", "minutes", "price"});
  return {at.at("id").nonEmptyText(), readText(at.at("name")), Minutes{at.at("minutes").integer(1)},
          readMoney(at.at("price"), minorDigits)};
}

Decimal readCoefficient(const Reader& at) {
  const auto decimal = parseDecimal(at.text());
  if (!decimal) at.fail(ErrorCode::invalidValue, "This is no coefficient, written as digits with at most 15 decimals.");
  return *decimal;
}

Conversion readConversionTable(const Reader& at) {
  at.expectMembers({"video", "calibrations", "coefficients"});
  Conversion conversion;
  const Reader video = at.at("video");
  conversion.video = video.items([](const Reader& item) {
    item.expectMembers({"media", "maxPixels"});
    return Conversion::VideoClass{readWord(medias, item.at("media")),
                                  item.maybe("maxPixels", [](const Reader& pixels) { return pixels.integer(1); })};
  });
  if (conversion.video.empty()) video.fail(ErrorCode::invalidValue, "There is at least one video class.");

  conversion.calibrations = at.maybe("calibrations", [](const Reader& calibrations) {
    return calibrations.items([](const Reader& item) {
      item.expectMembers({"pixels", "as"});
      return Conversion::Calibration{item.at("pixels").integer(1), item.at("as").integer(1)};
    });
  });

  at.at("coefficients").eachMember([&](const std::string& sdkName, const Reader& byRole) {
    auto& roleTable = conversion.coefficients[enumeratorOf(sdks, sdkName, byRole)];
    byRole.eachMember([&](const std::string& roleName, const Reader& byMedia) {
      auto& mediaTable = roleTable[enumeratorOf(roles, roleName, byMedia)];
      byMedia.eachMember([&](const std::string& mediaName, const Reader& coefficient) {
        mediaTable[enumeratorOf(medias, mediaName, coefficient)] = readCoefficient(coefficient);
      });
    });
  });
  return conversion;
}

std::variant<RenewalOnDay, RenewalBeforeMonthEnd> readRenewal(const Reader& at) {
  at.expectMembers({"day", "daysBeforeMonthEnd"});
  if (at.has("day") == at.has("daysBeforeMonthEnd"))
    at.fail(ErrorCode::invalidValue, "Renewal is either on a day or so many days before the month ends.");
  if (at.has("day")) return RenewalOnDay{static_cast<int>(at.at("day").integer(1, 28))};
  return RenewalBeforeMonthEnd{static_cast<int>(at.at("daysBeforeMonthEnd").integer(0, 27))};
}

Policy readPolicy(const Reader& at) {
  at.expectMembers({"proration", "renewal", "downgrade"});
  const Reader proration = at.at("proration");
  proration.expectMembers({"price", "rounding", "quota"});
  const Reader downgrade = at.at("downgrade");
  downgrade.expectMembers({"effective", "limitPerMonth", "charge", "cutoff"});
  static_cast<void>(downgrade.at("limitPerMonth").integer(1, 1));
  return {{readWord(priceProrations, proration.at("price")), readWord(roundings, proration.at("rounding")),
           readWord(quotaProrations, proration.at("quota"))},
          readRenewal(at.at("renewal")),
          {readWord(downgradeStarts, downgrade.at("effective")), readWord(downgradeCharges, downgrade.at("charge")),
           readWord(downgradeCutoffs, downgrade.at("cutoff"))}};
}

// Appended without looking for the name: it is new, and looking would make a large record take quadratic time.
void append(Json& object, const std::string& name, Json value) {
  object.get_ref<Json::object_t&>().emplace_back(name, std::move(value));
}

Json writeText(const LocalizedText& text) {
  Json json = Json::object();
  for (const auto& [tag, translation] : text) append(json, tag, translation);
  return json;
}

Json writeFeatures(const Features& features) {
  Json json = Json::object();
  for (const auto& [feature, availability] : features) append(json, feature, wordOf(availabilities, availability));
  return json;
}

Json writePlan(const Plan& plan) {
  Json json{{"id", plan.id}, {"name", writeText(plan.name)}, {"contactSales", !plan.isSelfServe()}};
  if (plan.isSelfServe()) {
    const SelfServe& terms = plan.selfServe();
    json["monthlyPrice"] = terms.monthlyPrice.value;
    json["listPrice"] = terms.listPrice ? Json(terms.listPrice->value) : Json(nullptr);
    json["monthlyMinutes"] = terms.monthlyMinutes.value;
    json["bonusMinutes"] = terms.bonusMinutes.value;
    json["overage"] = wordOf(overageModes, terms.overage);
  } else {
    const auto& minimum = std::get<ContactSales>(plan.terms).minimumMinutes;
    json["minimumMinutes"] = minimum ? Json(minimum->value) : Json(nullptr);
  }
  json["features"] = writeFeatures(plan.features);
  return json;
}

Json writeConversionTable(const Conversion& conversion) {
  Json json{{"video", Json::array()}};
  for (const auto& video : conversion.video) {
    json["video"].push_back(Json{{"media", wordOf(medias, video.media)}});
    if (video.maxPixels) json["video"].back()["maxPixels"] = *video.maxPixels;
  }
  if (conversion.calibrations) {
    json["calibrations"] = Json::array();
    for (const auto& calibration : *conversion.calibrations)
      json["calibrations"].push_back({{"pixels", calibration.pixels}, {"as", calibration.as}});
  }
  json["coefficients"] = Json::object();
  for (const auto& [sdk, byRole] : conversion.coefficients) {
    Json& roleTable = json["coefficients"][std::string(wordOf(sdks, sdk))] = Json::object();
    for (const auto& [role, byMedia] : byRole) {
      Json& mediaTable = roleTable[std::string(wordOf(roles, role))] = Json::object();
      for (const auto& [media, coefficient] : byMedia)
        mediaTable[std::string(wordOf(medias, media))] = toString(coefficient);
    }
  }
  return json;
}

Json writeRenewal(const RenewalOnDay& renewal) { return {{"day", renewal.day}}; }
Json writeRenewal(const RenewalBeforeMonthEnd& renewal) { return {{"daysBeforeMonthEnd", renewal.days}}; }

Json writePolicy(const Policy& policy) {
  return {{"proration",
           {{"price", wordOf(priceProrations, policy.proration.price)},
            {"rounding", wordOf(roundings, policy.proration.rounding)},
            {"quota", wordOf(quotaProrations, policy.proration.quota)}}},
          {"renewal", std::visit([](const auto& renewal) { return writeRenewal(renewal); }, policy.renewal)},
          {"downgrade",
           {{"effective", wordOf(downgradeStarts, policy.downgrade.start)},
            {"limitPerMonth", 1},
            {"charge", wordOf(downgradeCharges, policy.downgrade.charge)},
            {"cutoff", wordOf(downgradeCutoffs, policy.downgrade.cutoff)}}}};
}

}  // namespace

Catalog readCatalog(const Reader& document) {
  document.expectMembers({"id", "version", "name", "source", "currency", "timeZone", "plans", "defaultPlan", "packs",
                          "packValidityMonths", "overage", "conversion", "policy"});
  Catalog catalog;
  catalog.id = document.at("id").nonEmptyText();
  catalog.version = document.at("version").nonEmptyText();
  catalog.name = readText(document.at("name"));
  catalog.source = document.maybe("source", [](const Reader& source) { return source.text(); });

  const Reader currency = document.at("currency");
  currency.expectMembers({"code", "minorDigits"});
  catalog.currencyCode = currency.at("code").nonEmptyText();
  catalog.minorDigits = static_cast<int>(currency.at("minorDigits").integer(0, 4));
  catalog.timeZone = document.at("timeZone").nonEmptyText();

  const Reader plans = document.at("plans");
  catalog.plans = plans.items([&](const Reader& plan) { return readPlanDocument(plan, catalog.minorDigits); });
  if (catalog.plans.empty() || sizeOf(plans) > mostPlans)
    plans.fail(ErrorCode::outOfRange, "A price list has 1 to 256 plans.");
  catalog.defaultPlan = readPlan(catalog, document.at("defaultPlan"));
  catalog.packs =
      document.at("packs").items([&](const Reader& pack) { return readPackDocument(pack, catalog.minorDigits); });
  catalog.packValidityMonths = static_cast<int>(document.at("packValidityMonths").integer(1, 120));

  const Reader overage = document.at("overage");
  overage.expectMembers({"price", "perMinutes"});
  catalog.overage = {readMoney(overage.at("price"), catalog.minorDigits), overage.at("perMinutes").integer(1)};
  catalog.conversion = readConversionTable(document.at("conversion"));
  catalog.policy = readPolicy(document.at("policy"));

  checkCatalog(catalog);
  return catalog;
}

Json writeCatalog(const Catalog& catalog) {
  Json plans = Json::array();
  for (const Plan& plan : catalog.plans) plans.push_back(writePlan(plan));
  Json packs = Json::array();
  for (const Pack& pack : catalog.packs) {
    packs.push_back({{"id", pack.id},
                     {"name", writeText(pack.name)},
                     {"minutes", pack.minutes.value},
                     {"price", pack.price.value}});
  }

  Json json{{"id", catalog.id}, {"version", catalog.version}, {"name", writeText(catalog.name)}};
  if (catalog.source) json["source"] = *catalog.source;
  json["currency"] = {{"code", catalog.currencyCode}, {"minorDigits", catalog.minorDigits}};
  json["timeZone"] = catalog.timeZone;
  json["plans"] = std::move(plans);
  json["defaultPlan"] = catalog.plans[catalog.defaultPlan].id;
  json["packs"] = std::move(packs);
  json["packValidityMonths"] = catalog.packValidityMonths;
  json["overage"] = {{"price", catalog.overage.price.value}, {"perMinutes", catalog.overage.perMinutes}};
  json["conversion"] = writeConversionTable(catalog.conversion);
  json["policy"] = writePolicy(catalog.policy);
  return json;
}

}  // namespace prorata::json
