"""Words that values carry as ids and a page shows: they are messages of the catalogue, like the sentences of the templates."""

HANDLERS = (
    "one replica of",
    "stop_grace_period of",
    "mem_limit of",
    "service",
    "volume",
    "variable",
    "image",
    "file",
    "mount",
    "port",
)
"""How `handled_by` of a finding begins; a name follows."""

WORDS = (
    *("%(count)s more", "%(count)s lines", "%(count)s kLOC"),
    # verdicts
    *("bundle", "modular-monolith", "selective-extraction", "microservices", "already-distributed", "insufficient-evidence"),
    # flags and advice beside a verdict
    *("bundle-too-heavy", "part-stays-outside", "run-modes", "separate-database", "windows-containers"),
    *("keep", "merge-all", "merge-some"),
    # roles of deployables and containers
    *("web", "worker", "scheduler", "one-shot", "frontend", "service", "desktop", "proxy", "backing", "database", "cron"),
    # kinds of artefacts and processes
    *("script", "site", "executable", "image", "function", "container", "job", "daemon", "timer", "command"),
    # placements of backing services
    *("optional", "outside", "embedded", "mentioned"),
    # slots of backing services
    *("browser", "logs", "repository"),
    *("analytics-database", "cache", "column-database", "conversion", "coordination", "directory", "document-database"),
    *(
        "file-transfer",
        "graph-database",
        "identity",
        "mail",
        "metrics",
        "object-store",
        "queue",
        "search",
        "secrets",
        "time-series",
        "tracing",
    ),
    # roles of files, and why one was not read
    *("source", "test", "generated", "vendored", "minified", "document", "data", "binary"),
    *("too-large", "unparsable", "encoding", "unreadable", "outside-link", "broken-link", "archive-broken", "archive-too-large"),
    *("crashed", "timeout", "too-deep", "no-grammar", "damaged", "too-many-files"),
    # units and bases of assumptions
    *("MiB", "count", "calls", "commits", "containers", "files", "lines", "modes", "of the code", "of the units", "of the writes"),
    *("parts", "prerequisites", "services", "signs", "stores", "teams", "units", "published", "assumed"),
    # what of the bundle handles a finding
    *HANDLERS,
    # what an adopted service lacked
    *("health check", "restart policy"),
    # boxes of diagrams
    *("Users", "people, programs", "one container host"),
    # terms of CUT
    *("seam", "stability", "transactions", "writers", "keys", "cycle", "co-change"),
    # names of runtimes and backing services that are no proper names
    *("ASP.NET Core", ".NET Framework under IIS", "Go binary", "Java from its own JAR", "PHP under Apache httpd"),
    *("Python behind a WSGI or ASGI server", "Ruby behind Puma", "Built pages behind nginx", "WildFly (full Java EE server)"),
    *("Active Directory (Windows authentication)", "Eureka (registry outside of this source)", "LDAP directory"),
    *("the FTP or SFTP server", "the mail server", "the LDAP directory", "the object store", "the Apache Tika server"),
    *("Active Directory", "Eureka", "Microsoft Message Queuing", "SAP ASE"),
    *("Object store (S3 interface)", "FTP or SFTP server", "Mail server (SMTP)", "Apache Tika server"),
    *("Ehcache server (Terracotta)", "Logstash and Kibana", "Selenium grid, headless browser", "Fedora repository"),
    # answers
    *("unknown", "yes", "no"),
    # kinds of evidence for a backing service
    *("library", "setting", "connection", "code", "schema", "deployment"),
    *("libraries", "settings", "addresses", "schema files", "deployment files"),
    # steps of the roadmap, as a table of work
    *(
        "Supply what is missing",
        "Answer what code cannot show",
        "Check the uncertain findings",
        "Remove what keeps the bundle from running",
        "Build the images",
    ),
    *("Check what the bundle handles", "Run a pilot beside the old installation", "Hand over to operations"),
    *("Draw borders between the modules", "Take out the parts", "Merge the services"),
)
