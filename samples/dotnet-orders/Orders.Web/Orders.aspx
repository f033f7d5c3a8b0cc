<%@ Page Title="Orders" Language="C#" MasterPageFile="~/Site.Master" AutoEventWireup="true" CodeBehind="Orders.aspx.cs" Inherits="Northgate.Orders.Web.OrdersPage" %>
<asp:Content ID="BodyContent" ContentPlaceHolderID="MainContent" runat="server">
    <asp:TextBox ID="SearchBox" runat="server" />
    <asp:DropDownList ID="StatusList" runat="server">
        <asp:ListItem Value="">all</asp:ListItem>
        <asp:ListItem Value="10">released</asp:ListItem>
        <asp:ListItem Value="20">picking</asp:ListItem>
        <asp:ListItem Value="30">shipped</asp:ListItem>
        <asp:ListItem Value="40">invoiced</asp:ListItem>
    </asp:DropDownList>
    <asp:Button ID="SearchButton" runat="server" Text="Search" OnClick="SearchButton_Click" />
    <asp:GridView ID="OrderGrid" runat="server" AutoGenerateColumns="false">
        <Columns>
            <asp:HyperLinkField DataTextField="OrderNo" DataNavigateUrlFields="Id" DataNavigateUrlFormatString="OrderView.aspx?id={0}" HeaderText="Order" />
            <asp:BoundField DataField="Name" HeaderText="Customer" />
            <asp:BoundField DataField="EnteredAt" HeaderText="Entered" DataFormatString="{0:g}" />
            <asp:BoundField DataField="Net" HeaderText="Net" DataFormatString="{0:N2}" />
            <asp:BoundField DataField="DisplayName" HeaderText="By" />
        </Columns>
    </asp:GridView>
</asp:Content>
