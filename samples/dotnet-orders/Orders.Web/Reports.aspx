<%@ Page Title="Reports" Language="C#" MasterPageFile="~/Site.Master" AutoEventWireup="true" CodeBehind="Reports.aspx.cs" Inherits="Northgate.Orders.Web.Reports" %>
<asp:Content ID="BodyContent" ContentPlaceHolderID="MainContent" runat="server">
    <asp:Button ID="SalesButton" runat="server" Text="Sales of the month" OnClick="SalesButton_Click" />
    <asp:Button ID="OpenButton" runat="server" Text="Open items" OnClick="OpenButton_Click" />
    <asp:Label ID="FileLabel" runat="server" />
    <asp:GridView ID="ReportGrid" runat="server" AutoGenerateColumns="true" />
</asp:Content>
