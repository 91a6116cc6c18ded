"""Role words: what a short name says by itself about the side its bearer is on, and how strongly."""

from __future__ import annotations

from server.contract.vocabulary import words

# 6: hardly ever anybody but the one who works or supplies; 1: a leaning; below zero: the side that pays
_GRADES: dict[float, frozenset[str]] = {
    6.0: words(
        "contractor independent_contractor consultant freelancer provider service_provider services_provider supplier vendor developer "
        "designer",
        "subcontractor sub-contractor licensor seller engineer photographer illustrator translator franchisor manufacturer servicer",
        "recipient receiving_party outsourcer maintenance_provider hosting_provider hosting_company contract_manufacturer copywriter "
        "videographer",
        "builder installer caterer cleaner courier haulier freight_forwarder annotator data_provider data_supplier referrer grantor",
        "business_associate service_company services_company service_firm consulting_company consulting_firm consultant_company "
        "agency_worker locum",
        "ghostwriter proofreader tasker annotator labeller labeler gig_worker managed_service_provider cloud_provider data_importer "
        "co-packer",
        "custodian registrar paying_agent forwarder warehouse_operator repairer tradesperson subcontractor_company entrusted_party "
        "commissioned_party contracted_party performing_party executing_party engaged_party auftragnehmer opdrachtnemer prestataire",
        "contract_worker technician programmer solution_provider content_provider interim_executive lessor assignor transferor",
    ),
    4.0: words(
        "advisor adviser writer author artist editor performer instructor trainer coach speaker analyst specialist expert architect talent",
        "creator creative studio employee processor contributor integrator worker composer musician influencer data_processor "
        "sub-processor",
        "volunteer researcher scientist participant secondee tutor teacher lecturer mentor driver tester recruiter surveyor auditor "
        "accountant",
        "bookkeeper attorney counsel broker introducer finder associate model band covenantor releasor submitter applicant",
        "intern professional transporter carrier celebrity athlete endorser personality player professional_advisor sub-adviser",
        "transfer_agent application_provider placement_agent marketing_agent sales_agent service_agent servicing_agent executive "
        "nominee presenter",
    ),
    2.0: words("operator agent administrator producer promoter landlord lender team club racing dealer broker_dealer grower underwriter"),
    1.0: words("firm university institution institute association laboratory"),
    0.0: words(
        "agency affiliate partner bank trust guarantor borrower member shareholder investor party_a party_b first_party second_party",
        "undersigned we us i me stockholder joint_venturer trustee foundation fund charity museum",
        "business_partner issuer indemnitor host platform escrow_agent seconder escrow_holder",
    ),
    -1.0: words("company corporation publisher authority council organization organisation brand startup enterprise district"),
    -2.0: words("owner principal merchant marketing_affiliate network_affiliate"),
    -3.0: words(
        "user end_user sponsor employer tenant lessee shipper assignee transferee advertiser grantee releasee orderer patient "
        "homeowner organiser organizer member_institution procuring_entity hirer commissioner"
    ),
    -6.0: words(
        "client customer buyer purchaser licensee discloser disclosing_party subscriber recipient_of_services engager end_client "
        "franchisee",
        "covered_entity data_exporter procuring_party contracting_entity hiring_company hiring_client account_holder school "
        "entrusting_party",
        "commissioning_client employment_business recruitment_business staffing_company end-user service_user purchasing_entity",
        "auftraggeber opdrachtgever commissioning_party",
        "contracting_party ordering_party project_owner main_contractor prime_contractor controller "
        "data_controller service_recipient services_recipient hiring_party contracting_authority end_customer",
    ),
    -8.0: words("distributor reseller value_added_reseller sub-distributor dealer_network wholesaler retailer channel_partner"),
}
# who stands beside the two sides of a contract of three or more: answers, keeps or watches for one of them
_THIRD = words(
    "guarantor surety parent parent_company escrow_agent escrow_holder trustee indemnitor witness security_agent custodian_trustee"
)
_WEIGHTS = {word: grade for grade in sorted(_GRADES) for word in sorted(_GRADES[grade])}
ROLE_WORDS = frozenset(_WEIGHTS) | {"you"}
_FILLERS = words("company party entity firm")
# words that make the whole phrase's meaning when they end it: "Remarketing Agents", "Preferred Supplier"
_HEADS = frozenset(word for word, grade in _WEIGHTS.items() if abs(grade) >= 2 and " " not in word) - words(
    "recipient host studio user racing club team"
)
_SURE = 3.0


def role_weight(short: str) -> float | None:
    """How far a short name puts its bearer on the contractor's side (6 surely, -8 surely not, 0 no leaning); None for any other name."""
    word = " ".join(short.lower().removeprefix("the ").split()).strip()
    if word == "you":
        return 0.0
    for form in (word, " ".join(part for part in word.split() if part not in _FILLERS)):
        for singular in (form, form[:-1] if form.endswith("s") else form):
            if singular in _WEIGHTS:
                return _WEIGHTS[singular]
    return None


def is_third(short: str) -> bool:
    """Whether a short name says that its bearer stands beside the two sides ("the Guarantor")."""
    return " ".join(short.lower().removeprefix("the ").split()) in _THIRD


def head_weight(short: str) -> float:
    """As `role_weight`, and half of it for a phrase that ends in a role word ("Remarketing Agents")."""
    weight = role_weight(short)
    if weight is not None:
        return weight
    last = short.lower().split()[-1] if short.split() else ""
    last = last[:-1] if last.endswith("s") and last[:-1] in _HEADS else last
    return _WEIGHTS[last] / 2 if last in _HEADS else 0.0


def role_word(short: str) -> str:
    """The role that a short name says ("the Consultant", "Consultant Company"): contractor | client | neutral, "" for any other name."""
    weight = role_weight(short)
    if weight is None:
        return ""
    return "contractor" if weight >= _SURE else ("client" if weight <= -_SURE or weight == -1.0 else "neutral")
