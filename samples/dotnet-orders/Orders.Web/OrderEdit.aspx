<%@ Page Title="New order" Language="C#" MasterPageFile="~/Site.Master" AutoEventWireup="true" CodeBehind="OrderEdit.aspx.cs" Inherits="Northgate.Orders.Web.OrderEdit" %>
<asp:Content ID="BodyContent" ContentPlaceHolderID="MainContent" runat="server">
    <h1>New order for <asp:Literal ID="CustomerText" runat="server" /></h1>
    <p>Delivery to <asp:DropDownList ID="AddressList" runat="server" DataTextField="" DataValueField="Id" />
       Reference <asp:TextBox ID="ReferenceBox" runat="server" /></p>
    <asp:GridView ID="LineGrid" runat="server" AutoGenerateColumns="true" />
    <p>Product <asp:TextBox ID="ProductBox" runat="server" /> Quantity <asp:TextBox ID="QuantityBox" runat="server" />
       Discount <asp:TextBox ID="DiscountBox" runat="server" Text="0" />
       <asp:Button ID="AddButton" runat="server" Text="Add" OnClick="AddButton_Click" /></p>
    <asp:GridView ID="StockGrid" runat="server" AutoGenerateColumns="true" />
    <asp:Button ID="ReleaseButton" runat="server" Text="Release order" OnClick="ReleaseButton_Click" />
    <asp:Label ID="MessageLabel" runat="server" CssClass="error" />
</asp:Content>
