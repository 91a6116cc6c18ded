"""Words that speak of a topic, loosely: whether a heading's claim on a paragraph is believed (training/headings.py)."""

PATTERNS = {
    "anti_assignment": (
        r"(?:not|neither|no party|nor|without)\b.*\b(?:assign\w*|transfer\w*|convey\w*|delegat\w+)\b"
        r"|\b(?:assignment|assigned|assignable|transferable)\b.*\b(?:consent|void|prohibited)|change (?:of|in) control"
    ),
    "audit_rights": (
        r"\baudit\w*|\b(?:inspect\w*|examin\w+|review|access to)\b.*\b(?:books|records|premises|facilit\w+|accounts|offices?)\b"
        r"|\b(?:books|records)\b.*\b(?:inspect\w*|examin\w+)"
    ),
    "covenant_not_to_sue": (
        r"\b(?:not|never|nor)\b.*\b(?:contest|challenge|attack|dispute|question|oppose|impugn)\w*\b|covenants? not to (?:sue|assert)"
        r"|\bno (?:claim|right to sue)|releases? .*\bclaims|attempt to register|(?:bring|assert) (?:any|a) (?:claim|action|suit)"
    ),
    "exclusivity": (
        r"\bexclusiv\w*|\bsole (?:and|supplier|source|distribut\w+|provider|agent)|\bonly supplier"
        r"|\bnot (?:appoint|purchase|engage|grant|sell)\b.*\b(?:other|any third|elsewhere)"
    ),
    "governing_law": (
        r"\b(?:govern\w+|construed|interpreted|subject to|accordance with|under)\b.*\blaws? (?:of|in)\b|governing law|choice of law"
        r"|conflicts? of laws?|law of (?:england|scotland|ireland)"
        r"|\b(?:english|scots|irish|german|french|dutch|californian?|new york|delaware) law"
    ),
    "insurance": (
        r"\binsur(?:ance|ed|er|ers)\b|\bunderwrit|polic(?:y|ies)\b.*\b(?:coverage|limits?|premium)|workers' compensation"
        r"|certificates? of insurance|indemnity cover"
    ),
    "ip_assignment": (
        r"\bassigns?\b.*\b(?:right|title|interest|inventions?|copyright|intellectual|work product|deliverables|patents?|results)\b"
        r"|work(?:s)? (?:made )?for hire|\bvests? in\b"
        r"|(?:shall|will|to) (?:be|become|remain) (?:the )?(?:sole |exclusive |and )*property of|moral rights|belongs? to|full title"
    ),
    "joint_ip": (
        r"\bjoint(?:ly)? (?:own\w*|inven\w+|ip|intellectual|patents?|improve\w+|develop\w+|technology|property)|\bco-?own\w*"
        r"|jointly (?:by|own)|undivided (?:one|half|interest|equal)|equal undivided"
    ),
    "liability_cap": (
        r"\b(?:not|no event|neither|no circumstances|nor)\b.*\bliab(?:le|ility)\b"
        r"|\b(?:liability|liable)\b.*\b(?:exceed|limit\w*|cap|capped|maximum|more than|greater)\b|consequential"
        r"|\b(?:aggregate|total|maximum|entire) (?:\w+ ){0,3}liability|punitive|sole (?:and exclusive )?(?:remedy|obligation|liability)"
        r"|lost profits|loss of profit"
    ),
    "license_grant": (
        r"\b(?:grant|grants|granted|granting|gives?|receives?)\b.*\b(?:licen[sc]es?|sublicen[sc]es?|right(?:s)? to (?:use|market|sell"
        r"|distribute|reproduce|make|access))\b|licen[sc]es?\b.*\bto (?:use|copy|reproduce|modify|distribute)"
        r"|(?:may|right to) use\b.*\b(?:marks?|trademarks?|logos?|name|software)"
    ),
    "liquidated_damages": (
        r"liquidated damages|(?:termination|cancellation|break-?up|early termination|kill) (?:fee|charge|payment)|genuine pre-?estimate"
        r"|as a penalty|not (?:as )?a penalty|service credits?|late delivery.*(?:per|each) (?:day|week)"
    ),
    "no_solicit_customers": (
        r"\b(?:not|nor|neither|refrain)\b.*\b(?:solicit\w*|divert|contact|approach|canvass|entice|interfere|deal)\b.*\b(?:customers?"
        r"|clients?|accounts?|merchants?|subscribers?|members?)\b"
    ),
    "no_solicit_employees": (
        r"\b(?:not|nor|neither|refrain)\b.*\b(?:solicit\w*|hire|recruit\w*|employ|entice|engage|poach|induce)\b.*\b(?:employees?"
        r"|personnel|staff|employ\w*|workers?|contractors?|team)\b"
    ),
    "non_compete": (
        r"\bcompet(?:e|es|ing|itive|itor|itors|ition)\b|non-?compet\w+|similar (?:business|products?|services)"
        r"|(?:not|nor)\b.*\b(?:engage|carry on|interest|sell|market|manufacture|promote)\b.*\b(?:business|similar|products?)\b"
    ),
    "non_disparagement": (
        r"disparag\w*|defam\w+|derogat\w+|disrepute"
        r"|(?:reputation|goodwill|image)\b.*\b(?:harm|damage|injur|detriment|adverse|tarnish)\w*"
        r"|(?:harm|damage|injur|detriment|adverse|tarnish)\w*.*\b(?:reputation|goodwill|image)|bad light|criticis"
    ),
    "perpetual_license": (
        r"\bperpetual\w*|\birrevocabl\w*|\bin perpetuity|fully[- ]paid|paid[- ]up|without limit of time|\bforever\b"
        r"|for (?:the )?full (?:term|period) of (?:copyright|protection)|for all time"
    ),
    "post_termination": (
        r"\b(?:terminat\w+|expir\w+|cancell?ation)\b.*\b(?:shall|will|may|must|continue|return|survive|remain|within)\b"
        r"|\b(?:after|following|upon|on|post)\b.*\b(?:terminat\w+|expir\w+|cancell?ation)\b|wind-?down|sell-?off|surviv\w+"
        r"|when (?:this|the) (?:agreement|contract|engagement|project) ends"
    ),
    "source_escrow": r"\bescrow\w*|source code\b.*\b(?:deposit|release|deliver)|release (?:condition|event)",
    "termination_convenience": (
        r"terminat\w+\b.*\b(?:convenience|without cause|for any reason|any time|no reason|with or without|sole discretion"
        r"|days'? (?:prior )?(?:written )?notice)|\b(?:cancel|end|stop|pause|terminate)\b.*\b(?:notice|any time|any reason)"
        r"|\bnotice\b.*\b(?:terminat|cancel|end)\w*"
    ),
    "third_party_beneficiary": (
        r"third[- ]part(?:y|ies)\b.*\bbeneficiar|beneficiar(?:y|ies)\b|contracts \(rights of third parties\)"
        r"|\bno (?:one|person|third party)\b.*\b(?:enforce|benefit)|confer\w*\b.*\b(?:benefit|right)"
    ),
    "uncapped_liability": (
        r"\b(?:except|excluding|other than|save|nothing|notwithstanding|shall not apply|do not apply|does not apply|unlimited"
        r"|no limit)\b.*\b(?:liab\w+|indemn\w+|limit\w*|gross negligence|willful|wilful|fraud|death)\b|gross negligence"
        r"|wil?lful misconduct|unlimited|uncapped|without limit"
    ),
    "warranty_duration": (
        r"warrant\w*\b.*\b(?:period|days|months|years?|from the date|defect\w*)\b|defects?\b.*\b(?:days|months|within|free)\b"
        r"|(?:repair|replace|re-?perform|fix|correct)\b.*\b(?:free|no (?:extra )?(?:charge|cost)|days|months|defect\w*|non-?conform\w*)"
    ),
    "acceptance": (
        r"\baccept(?:ance|ed|s)?\b.*\b(?:deliver\w+|test\w*|criteria|deemed|reject\w*|review|days|work|milestone)"
        r"|\b(?:deemed|sign[- ]?off|approv\w+)\b.*\b(?:deliver\w+|draft|work|milestone|days)|\breject\w*\b.*\bdeliver"
    ),
    "ai_tools": (
        r"\b(?:ai|generative|copilot|machine[- ]learning|llm)\b.*\b(?:tools?|assist\w*|generated|code)\b|chatgpt|\bcopilot\b"
        r"|ai-(?:generated|assisted)"
    ),
    "ai_training": (
        r"\b(?:train|training|trained|fine-?tun\w+|machine[- ]learning|artificial intelligence|ai|data ?sets?|ingest\w*|neural"
        r"|text and data mining)\b.*\b(?:models?|algorithms?|systems?|machine|ai|data ?sets?|train\w*)\b"
    ),
    "background_ip": (
        r"\b(?:pre-?existing|background|prior|existing|retained|general-purpose|own (?:tools|libraries))\b.*\b(?:ip|intellectual"
        r"|materials?|works?|tools?|inventions?|technology|rights|code|libraries|property)\b|prior inventions|licen[sc]e back"
    ),
    "change_control": (
        r"change (?:order|request|control)s?"
        r"|(?:change|addition|alter\w*|extra)s?\b.*\b(?:scope|specification|price|quote|estimate|work)\b"
        r"|variations? (?:order|to the services)|out of scope"
    ),
    "confidentiality": (
        r"\bconfidential\w*|non-?disclosure|trade secrets?|\bnot disclose|\bkeep\b.*\b(?:secret|private)|proprietary information"
        r"|residuals|disclosing party|receiving party"
    ),
    "data_protection": (
        r"personal (?:data|information)|data protection|\bgdpr\b|\bccpa\b|\bprivacy\b|data (?:processing|subject|processor|controller)"
        r"|personally identifiable|\bhipaa\b|protected health"
    ),
    "definitions": (
        r'"[^"]{2,60}"\s*\)?,?\s*(?:shall )?(?:means?|has the meaning|includes?|refers? to)|the following (?:terms|words|definitions)'
        r"|\bmeans\b|have the (?:following )?meanings?|as defined in"
    ),
    "dispute_resolution": (
        r"\barbitrat\w+|\bmediat\w+|\bjurisdiction\b|\bvenue\b|\bcourts?\b|jury|\bdisputes?\b|injunctive|equitable relief|small claims"
    ),
    "expenses": (
        r"\bexpenses?\b|out-of-pocket|reimburs\w+|disbursements?|\btravel\b.*\b(?:cost|paid|book)"
        r"|\bat (?:its|their|your|the \w+'s) own (?:cost|expense)|receipts"
    ),
    "export_compliance": (
        r"\bexport\w*\b.*\b(?:law|control|regulation|administration)|sanction\w*|embargo\w*|\bofac\b|denied part"
        r"|anti-?(?:corruption|bribery)|foreign corrupt|bribe\w*"
    ),
    "force_majeure": r"force majeure|acts? of god|beyond\b.*\bcontrol|natural disasters?|pandemic|strikes?, |flood|earthquake|war,|riot",
    "general": (
        r"entire agreement|sever(?:able|ability)|waiver|counterparts?|amend(?:ed|ment|ments)?\b.*\b(?:writing|signed|written)|headings"
        r"|successors and (?:permitted )?assigns|supersed\w+|whole agreement|electronic signature|unenforceable|invalid"
    ),
    "indemnity": (
        r"\bindemnif\w+|\bindemnit\w+|hold (?:\w+ ){0,6}harmless|\bdefend\b.*\b(?:claims?|suits?|actions?|against)|make good any loss"
        r"|reimburse\b.*\b(?:loss|claim)"
    ),
    "independent_contractor": (
        r"independent contractors?|not (?:be )?(?:an? )?(?:employee|partner|agent|employer)|self-?employed|\bir35\b"
        r"|employment relationship|partnership|joint venture|own (?:taxes|tax|equipment|hours)|withhold\w*|employee benefits"
        r"|means and methods|manner and means"
    ),
    "infrastructure": (
        r"\b(?:cloud|gpu|compute|hosting|servers?|aws|azure|infrastructure|virtual machine|vpn|hardware|laptop)\b.*\b(?:costs?|charges?"
        r"|pay\w*|fees?|provide\w*|access|budget|own|bear|account|supply)\b"
    ),
    "ip_ownership": (
        r"\b(?:own|owns|owned|ownership|retains?|title|property of|belongs?|proprietary rights)\b.*\b(?:intellectual|copyright|rights?"
        r"|title|work|deliver\w+|materials?|code|trademarks?|patents?|software|data|design\w*)\b|all rights reserved"
    ),
    "notices": (
        r"\bnotices?\b.*\b(?:writing|written|address\w*|deliver\w*|e-?mail\w*|mail|courier|deemed|sent|given)\b|certified mail"
        r"|registered mail|recorded delivery|first[- ]class post|facsimile"
    ),
    "payment": (
        r"\b(?:pay|pays|paid|payable|payment|payments)\b|\binvoic\w+|\bfees?\b|\brates?\b|net (?:\d|thirty|sixty)|\bdeposit\b"
        r"|\bcompensation\b|\broyalt(?:y|ies)\b|late (?:fee|payment|charge)|per (?:hour|day|month)"
    ),
    "publicity": (
        r"press release|publicity|public (?:announcement|statement)|portfolio|case stud(?:y|ies)"
        r"|\b(?:name|logo)s?\b.*\b(?:advertis\w*|market\w*|website|promot\w*|customer list|publicly)|showcase|credit(?:ed)? as"
    ),
    "security": (
        r"\bsecurity\b|encrypt\w*|two-factor|multi-factor|passwords?|security (?:incident|breach)|data breach|malware|virus"
        r"|access controls?|least privilege|iso ?27001|soc ?2"
    ),
    "services_scope": (
        r"\bservices\b.*\b(?:perform\w*|provid\w*|described|set (?:out|forth)|statement of work|exhibit|schedule)\b|\bdeliverables?\b"
        r"|scope of (?:work|services)|statements? of work|\bsow\b|project (?:plan|brief|description)|timeline"
        r"|you (?:have )?(?:asked|hired|engaged|instructed)"
    ),
    "subcontracting": r"\bsub-?contract\w*|\bdelegat\w+|third part(?:y|ies)\b.*\bperform\w*|substitute|other freelancers",
    "support": (
        r"\bsupport\b|\bmaintenance\b|\bbug[- ]?fix\w*|help ?desk|service levels?|uptime|response times?|updates and upgrades|retainer"
        r"|monitor\w* the model|retrain\w*"
    ),
    "survival": (
        r"\bsurviv\w+|continue in (?:full )?(?:force|effect) after|outlive"
        r"|remain in (?:full )?force (?:and effect )?(?:after|following|notwithstanding)|keep applying after|still appl(?:y|ies) after"
    ),
    "term_termination": (
        r"\bterm of this|\bterminat\w+|initial term|renew\w*|commenc\w+\b.*\b(?:continue|term|expire|until)|\bnotice period"
        r"|(?:end|cancel) (?:this|the) (?:agreement|contract|arrangement)|effective date"
    ),
    "warranty": (
        r"\bwarrant\w*|\brepresents?\b|as[- ]is|merchantability|fitness for|workmanlike|\bguarantee\w*|disclaim\w*"
        r"|reasonable skill and care|professional manner"
    ),
}
