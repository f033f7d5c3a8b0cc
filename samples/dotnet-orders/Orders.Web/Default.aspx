<%@ Page Title="Home" Language="C#" MasterPageFile="~/Site.Master" AutoEventWireup="true" CodeBehind="Default.aspx.cs" Inherits="Northgate.Orders.Web._Default" %>
<asp:Content ID="BodyContent" ContentPlaceHolderID="MainContent" runat="server">
    <h1>Orders of the branch</h1>
    <asp:GridView ID="ReleasedGrid" runat="server" AutoGenerateColumns="true" />
    <h2>In picking</h2>
    <asp:GridView ID="PickingGrid" runat="server" AutoGenerateColumns="true" />
</asp:Content>
