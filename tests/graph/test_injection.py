"""What containers hand over: edges of the kind `inject`, to the type that is asked for and to the one class that stands for it."""

from assessor.domain.knowledge import Knowledge
from tests.reading import edges

_SERVICE = "package a;\npublic interface Orders { void pay(); }\n"
_IMPLEMENTATION = "package a.impl;\nimport a.Orders;\n@Service public class OrdersImpl implements Orders { public void pay() {} }\n"


def _handed(files: dict[str, str], knowledge: Knowledge) -> dict[tuple[str, str], int]:
    return {pair: kinds["inject"] for pair, kinds in edges(files, knowledge).items() if "inject" in kinds}


def test_a_field_leads_to_the_interface_and_to_its_only_class(knowledge: Knowledge) -> None:
    files = {
        "src/main/java/a/Orders.java": _SERVICE,
        "src/main/java/a/impl/OrdersImpl.java": _IMPLEMENTATION,
        "src/main/java/a/Web.java": "package a;\nclass Web {\n @Autowired private Orders orders;\n Orders other;\n @Value private String name;\n}\n",
    }
    assert _handed(files, knowledge) == {("a.Web", "a.Orders"): 1, ("a.Web", "a.impl.OrdersImpl"): 1}


def test_several_classes_for_one_interface_are_none(knowledge: Knowledge) -> None:
    files = {
        "src/main/java/a/Orders.java": _SERVICE,
        "src/main/java/a/impl/OrdersImpl.java": _IMPLEMENTATION,
        "src/main/java/a/impl/Fast.java": "package a.impl;\nimport a.Orders;\nclass Fast implements Orders { public void pay() {} }\n",
        "src/main/java/a/impl/Web.java": "package a.impl;\nimport a.*;\n@Service class Web { Web(List<Orders> all, OrdersImpl one) {} }\n",
    }
    assert _handed(files, knowledge) == {("a.impl.Web", "a.Orders"): 1, ("a.impl.Web", "a.impl.OrdersImpl"): 1}


def test_dotnet_hands_over_what_is_registered(knowledge: Knowledge) -> None:
    files = {
        "src/IOrders.cs": "namespace A;\npublic interface IOrders { void Pay(); }\n",
        "src/IMail.cs": "namespace A;\npublic interface IMail { }\n",
        "src/Mail.cs": "namespace A;\npublic class Mail : IMail { }\n",
        "src/Orders.cs": "namespace A;\npublic class Orders : IOrders { public Orders(IMail mail) { } public void Pay() { } }\n",
        "src/Other.cs": "namespace A;\npublic class Other : IOrders { public void Pay() { } }\n",
        "src/Web.cs": "namespace A;\npublic class Web { public Web(IOrders orders, int size) { } }\n",
        "src/Startup.cs": "namespace A;\nclass Startup { void C(IServiceCollection s) { s.AddScoped<IOrders, Orders>(); } }\n",
    }
    assert _handed(files, knowledge) == {("A.Web", "A.IOrders"): 1, ("A.Web", "A.Orders"): 1}


def test_nest_and_symfony_constructors(knowledge: Knowledge) -> None:
    files = {
        "src/orders.service.ts": "export class OrdersService {}\n",
        "src/orders.controller.ts": (
            "import { OrdersService } from './orders.service';\n@Controller('orders')\n"
            "export class OrdersController {\n  constructor(private readonly orders: OrdersService) {}\n}\n"
        ),
        "src/Mailer.php": "<?php\nnamespace App;\nclass Mailer {}\n",
        "src/PayController.php": "<?php\nnamespace App;\nclass PayController { public function __construct(private Mailer $mailer) {} }\n",
        "src/Payment.php": "<?php\nnamespace App;\nclass Payment { public function __construct(private Mailer $mailer) {} }\n",
    }
    assert _handed(files, knowledge) == {
        ("src/orders.controller.ts", "src/orders.service.ts"): 1,
        ("App\\PayController", "App\\Mailer"): 1,
    }


def test_beans_of_spring_xml(knowledge: Knowledge) -> None:
    files = {
        "src/main/java/a/Orders.java": "package a;\npublic class Orders { }\n",
        "src/main/java/a/Mail.java": "package a;\npublic class Mail { }\n",
        "src/main/java/a/Rates.java": "package a;\npublic class Rates { }\n",
        "src/main/java/a/Web.java": "package a;\npublic class Web { }\n",
        "src/main/resources/applicationContext.xml": '<beans xmlns:p="http://www.springframework.org/schema/p">\n'
        '<bean id="web" class="a.Web" p:rates-ref="rates">\n<property name="orders" ref="orders"/>\n'
        '<constructor-arg><list><ref bean="post"/><bean class="x.Y"><property name="z" ref="other"/></bean></list></constructor-arg>\n'
        '</bean>\n<bean id="orders" class="a.Orders"/>\n</beans>\n',
        "src/main/resources/spring-mail.xml": '<beans><bean id="mail" class="a.Mail"/><alias name="mail" alias="post"/>\n'
        '<bean name="rates" class="a.Rates"/><bean id="other" class="a.Web"/></beans>\n',
    }
    assert _handed(files, knowledge) == {("a.Web", "a.Orders"): 1, ("a.Web", "a.Mail"): 1, ("a.Web", "a.Rates"): 1}


def test_symfony_wires_the_classes_of_a_folder(knowledge: Knowledge) -> None:
    files = {
        "src/Mailer.php": "<?php\nnamespace App;\nclass Mailer {}\n",
        "src/Entity/Order.php": "<?php\nnamespace App\\Entity;\nclass Order { public function __construct(private \\App\\Mailer $m) {} }\n",
        "src/Shop.php": "<?php\nnamespace App;\nuse App\\Entity\\Order;\nclass Shop { public function __construct(private Mailer $mailer, Order $order) {} }\n",
        "src/Rates.php": "<?php\nnamespace App;\nclass Rates { public function __construct($a) {} }\n",
        "lib/Old.php": "<?php\nnamespace Old;\nclass Old { public function __construct(private \\App\\Mailer $mailer) {} }\n",
        "config/services.yaml": "services:\n  _defaults: { autowire: true }\n  App\\:\n    resource: '../src/'\n    exclude: '../src/{Entity,Kernel.php}'\n"
        "  app.mail: { class: App\\Mailer }\n  App\\Rates: { arguments: ['@app.mail'] }\n",
    }
    assert _handed(files, knowledge) == {("App\\Shop", "App\\Mailer"): 1, ("App\\Rates", "App\\Mailer"): 1}


def test_containers_of_dotnet(knowledge: Knowledge) -> None:
    files = {
        "src/IOrders.cs": "namespace A;\npublic interface IOrders { }\n",
        "src/Orders.cs": "namespace A;\npublic class Orders : IOrders { }\n",
        "src/Other.cs": "namespace A;\npublic class Other : IOrders { }\n",
        "src/Web.cs": "namespace A;\npublic class Web { public Web(IOrders orders, Other other) { } }\n",
    }
    module = "namespace A;\nclass M { void Load(ContainerBuilder b) { %s } }\n"
    named = files | {"src/M.cs": module % "b.RegisterType<Orders>().As<IOrders>();"}
    assert _handed(named, knowledge) == {("A.Web", "A.IOrders"): 1, ("A.Web", "A.Orders"): 1}
    taken = files | {"src/M.cs": module % "b.RegisterAssemblyTypes(assembly).AsImplementedInterfaces();"}
    assert _handed(taken, knowledge) == {("A.Web", "A.IOrders"): 1}
    assert _handed(files, knowledge) == {}


def test_constructors_of_kotlin(knowledge: Knowledge) -> None:
    files = {
        "src/main/kotlin/a/Orders.kt": "package a\nclass Orders\n",
        "src/main/kotlin/a/Web.kt": "package a\n@RestController\nclass Web(private val orders: Orders, val size: Int)\n",
        "src/main/kotlin/a/Cart.kt": "package a\ndata class Cart(val orders: Orders)\n",
    }
    assert _handed(files, knowledge) == {("a.Web", "a.Orders"): 1}
