"""What pages and templates refer to, by the code inside them and by their markup."""

from assessor.domain.knowledge import Knowledge
from tests.reading import edges

MODELS = "namespace Acme.Models;\npublic class Money { }\npublic class Line { public Money Price { get; set; } }\n"
ORDER = "namespace Acme.Models;\npublic class Order { public List<Line> Lines { get; set; } }\n"


def test_razor_pages(knowledge: Knowledge) -> None:
    files = {
        "Web/Models.cs": MODELS,
        "Web/Order.cs": ORDER,
        "Web/Desk.cs": "namespace Acme.Desk;\npublic interface IDesk { string Name(); }\npublic class Tools { public static int Vat() => 1; }\n",
        "Web/Views/_ViewImports.cshtml": "@using Acme.Models\n@addTagHelper *, Acme.Tags\n",
        "Web/Views/Shared/_Layout.cshtml": "<html>@RenderBody()</html>\n",
        "Web/Views/Order/_Line.cshtml": "@model Line\n<td>me@acme.com @@media @Model.Price</td>\n",
        "Web/Views/Order/Index.cshtml": (
            "@using Acme.Desk\n@model Order\n@inject IDesk desk\n@* @Html.Partial(\"_Gone\") new Money() *@\n"
            "@{\n    Layout = \"~/Views/Shared/_Layout.cshtml\";\n    var vat = Tools.Vat();\n}\n"
            "@foreach (var line in Model.Lines)\n{\n    <b>@line.Price</b>\n    <partial name=\"_Line\" model=\"line\" />\n}\n"
            "<p title=\"@(desk.Name())\">'</p>\n"
        ),
    }  # fmt: skip
    found = edges(files, knowledge)
    index, line = "Web/Views/Order/Index.cshtml", "Web/Views/Order/_Line.cshtml"
    assert {pair: kinds for pair, kinds in found.items() if pair[0].endswith(".cshtml")} == {
        (index, "Acme.Desk.IDesk"): {"call": 1, "type": 1},
        (index, "Acme.Desk.Tools"): {"call": 1, "type": 1},
        (index, "Acme.Models.Line"): {"signature": 1},
        (index, "Acme.Models.Money"): {"signature": 1},
        (index, "Acme.Models.Order"): {"signature": 2, "type": 1},
        (index, line): {"include": 1},
        (index, "Web/Views/Shared/_Layout.cshtml"): {"include": 1},
        (line, "Acme.Models.Line"): {"signature": 1, "type": 1},
        (line, "Acme.Models.Money"): {"signature": 1},
    }


def test_razor_components(knowledge: Knowledge) -> None:
    files = {
        "Web/Models.cs": MODELS,
        "Web/_Imports.razor": "@using Acme.Models\n",
        "Web/Pages/Edit.razor": '@page "/edit"\n<h1>@line.Price</h1>\n@code {\n    [Parameter] public Line line { get; set; }\n}\n',
    }
    found = edges(files, knowledge)
    assert found["Web/Pages/Edit.razor", "Acme.Models.Line"] == {"type": 1}


def test_pages_of_web_forms(knowledge: Knowledge) -> None:
    files = {
        "Web/Models.cs": MODELS,
        "Web/Default.aspx.cs": "namespace Acme.Web { public partial class Default : Page { } }\n",
        "Web/Feed.ashx.cs": "namespace Acme.Web { public class Feed { } }\n",
        "Web/Feed.ashx": '<%@ WebHandler Language="C#" CodeBehind="Feed.ashx.cs" Class="Acme.Web.Feed" %>\n',
        "Web/Site.master": "<html></html>\n",
        "Web/Menu.ascx": "<b/>\n",
        "Web/Default.aspx": (
            '<%@ Page Language="C#" Inherits="Acme.Web.Default" MasterPageFile="~/Site.master" %>\n<%@ Import Namespace="Acme.Models" %>\n'
            '<%@ Register TagPrefix="a" TagName="Menu" Src="~/Menu.ascx" %>\n<%-- <%= new Money() %> --%>\n'
            '<script runat="server">\nvoid Load() { var line = new Line(); }\n</script>\n<script>new Money();</script>\n'
        ),
        "Web/Old.aspx": '<%@ Page Language="VB" %>\n<%@ Import Namespace="Acme.Models" %>\n<% Dim line As New Line() %>\n',
    }
    found = edges(files, knowledge)
    assert {pair: kinds for pair, kinds in found.items() if pair[0].startswith("Web/")} == {
        ("Web/Default.aspx", "Acme.Models.Line"): {"new": 1},
        ("Web/Default.aspx", "Acme.Web.Default"): {"extends": 1},
        ("Web/Default.aspx", "Web/Menu.ascx"): {"include": 1},
        ("Web/Default.aspx", "Web/Site.master"): {"include": 1},
        ("Web/Feed.ashx", "Acme.Web.Feed"): {"type": 1},
    }


def test_java_server_pages(knowledge: Knowledge) -> None:
    files = {
        "src/main/java/acme/Order.java": "package acme;\npublic class Order {}\n",
        "src/main/java/acme/Money.java": "package acme;\npublic class Money {}\n",
        "src/main/webapp/common/head.jsp": "<head/>\n",
        "src/main/webapp/foot.jsp": "<b/>\n",
        "src/main/webapp/orders/list.jsp": (
            '<%@ page import="java.util.List, acme.Order" %>\n<%@ include file="/common/head.jsp" %>\n<%-- <%@ include file="gone.jsp" %> --%>\n'
            '<jsp:useBean id="sum" class="acme.Money"/>\n<% Order order = new Order(); %>\n<jsp:include page="../foot.jsp"/>\n'
            '<jsp:include page="<%= where %>"/>\n'
        ),
    }
    page = "src/main/webapp/orders/list.jsp"
    assert edges(files, knowledge) == {
        (page, "acme.Money"): {"type": 1},
        (page, "acme.Order"): {"new": 1, "type": 1},
        (page, "src/main/webapp/common/head.jsp"): {"include": 1},
        (page, "src/main/webapp/foot.jsp"): {"include": 1},
    }


def test_svelte_and_vue_components(knowledge: Knowledge) -> None:
    files = {
        "src/lib/money.ts": "export const sum = 1;\n",
        "src/lib/Line.svelte": "<b/>\n",
        "src/App.svelte": "<!-- <script>import x from './gone';</script> -->\n<script lang=\"ts\">\nimport Line from '$lib/Line.svelte';\n</script>\n<Line/>\n",
        "src/Page.vue": "<template><b/></template>\n<script setup>\nimport { sum } from '@/lib/money';\n</script>\n",
    }
    assert edges(files, knowledge) == {
        ("src/App.svelte", "src/lib/Line.svelte"): {"import": 1},
        ("src/Page.vue", "src/lib/money.ts"): {"import": 1},
    }


def test_components_of_razor(knowledge: Knowledge) -> None:
    files = {
        "Web/Cart.cs": "namespace Acme.Web;\npublic class CartViewComponent : ViewComponent { }\n",
        "Web/Views/Index.cshtml": '@using Acme.Web\n<div>@await Component.InvokeAsync("Cart", new { id = 1 })</div>\n',
        "Web/Shared/OrderList.razor": "<ul></ul>\n",
        "Web/Pages/Home.razor": '@using System.Collections.Generic\n<PageTitle>x</PageTitle>\n<OrderList Size="3" />\n@code { List<Order> orders; }\n',
    }
    found = edges(files, knowledge)
    assert found["Web/Pages/Home.razor", "Web/Shared/OrderList.razor"] == {"include": 1}
    assert found["Web/Views/Index.cshtml", "Acme.Web.CartViewComponent"] == {"type": 1}


def test_templates_of_blade(knowledge: Knowledge) -> None:
    files = {
        "app/Models/Order.php": "<?php\nnamespace App\\Models;\nclass Order { public static function late() {} }\n",
        "app/Mail.php": "<?php\nnamespace App;\nclass Mail { public static function show() {} }\n",
        "resources/views/layouts/app.blade.php": "<html>@yield('content')</html>\n",
        "resources/views/orders/line.blade.php": "<td>{{ $line->price }}</td>\n",
        "resources/views/components/alert/box.blade.php": "<b>{{ $slot }}</b>\n",
        "resources/views/orders/index.blade.php": (
            "@extends('layouts.app')\n{{-- @include('orders.gone') \\App\\Mail::show() --}}\n@if (\\App\\Models\\Order::late())\n"
            "  @include('orders.line', ['line' => $order])\n@endif\n<x-alert.box>{{ __('text') }}</x-alert.box><x-slot name=\"a\"/>\n"
        ),
    }
    index = "resources/views/orders/index.blade.php"
    assert {pair: kinds for pair, kinds in edges(files, knowledge).items() if pair[0] == index} == {
        (index, "App\\Models\\Order"): {"call": 1},
        (index, "resources/views/components/alert/box.blade.php"): {"include": 1},
        (index, "resources/views/layouts/app.blade.php"): {"include": 1},
        (index, "resources/views/orders/line.blade.php"): {"include": 1},
    }
